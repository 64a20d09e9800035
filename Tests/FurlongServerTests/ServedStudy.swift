import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Synchronization
import Testing

@testable import FurlongServer

/// The study of ``StoryFiles`` behind its entrance, asked without a socket.
struct ServedStudy {
  static let port: UInt16 = 8123
  let folder: TestFolder
  let keys: TestFolder
  let entrance: Entrance
  let pages: StudyPages

  init(coder: String? = "RO", readOnly: Bool = false) throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try StoryFiles.write(to: folder)
    var random = SystemRandomNumberGenerator()
    entrance = Entrance(port: Self.port, isReadOnly: readOnly, using: &random)
    pages = try StudyPages(
      Self.workflow(folder, keys), coder: coder, isReadOnly: readOnly,
      now: { "2026-11-29T10:00:00Z" })
  }

  static func workflow(_ folder: TestFolder, _ keys: TestFolder) throws -> Workflow {
    Workflow(
      folder: try StudyFolder(folder.url), keys: KeyKeeper(folder: keys.url), tool: "test",
      today: try #require(CalendarDay(iso: "2026-11-29")))
  }

  /// What the page's own browser sends for an address.
  func get(_ target: String) -> PageRequest {
    PageRequest(
      method: "GET", target: target,
      headers: [
        "host": "127.0.0.1:\(Self.port)", "sec-fetch-site": "same-origin",
        "cookie": "\(entrance.rules.cookie)=\(entrance.rules.pass.text)",
      ])
  }

  /// What the page's own browser sends for a form.
  func post(_ target: String, _ fields: [String: String] = [:], json: Bool = false) -> PageRequest {
    var request = get(target)
    request.method = "POST"
    request.headers["origin"] = "http://127.0.0.1:\(Self.port)"
    request.headers["content-type"] = "application/x-www-form-urlencoded"
    if json { request.headers["accept"] = "application/json" }
    request.body = Array(
      fields.map { name, value in
        "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
      }.joined(separator: "&").utf8)
    return request
  }

  func answer(_ request: PageRequest) -> PageAnswer { entrance.answer(request, pages: pages) }

  /// Gives a code to a stretch as the page's script does.
  @discardableResult
  func give(_ code: String, _ start: Int, _ end: Int, _ quote: String) -> PageAnswer {
    answer(
      post(
        "/stories/S1/give",
        ["code": code, "start": "\(start)", "end": "\(end)", "quote": quote], json: true))
  }
}

extension PageAnswer {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// What the page's script reads.
  var fields: [String: String] {
    get throws { try JSONDecoder().decode([String: String].self, from: Data(body)) }
  }
}

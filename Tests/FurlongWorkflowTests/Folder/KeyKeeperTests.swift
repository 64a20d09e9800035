import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("The key of a study")
struct KeyKeeperTests {
  private let study: TestFolder
  private let keys: TestFolder

  init() throws {
    study = try TestFolder()
    keys = try TestFolder()
  }

  private func key(_ keeper: KeyKeeper) throws -> [UInt8] {
    try keeper.key(studyID: "a-study", outside: study.url).key
  }

  @Test("lies in the folder that FURLONG_KEYS names, else under XDG_CONFIG_HOME, else at home")
  func folders() {
    func folder(_ environment: [String: String]) -> String {
      KeyKeeper(environment: environment).folder.path
    }
    #expect(folder(["FURLONG_KEYS": "/k", "XDG_CONFIG_HOME": "/x"]) == "/k")
    #expect(folder(["XDG_CONFIG_HOME": "/x"]) == "/x/furlong/keys")
    let home = folder([:])
    #expect(home.hasSuffix("/.config/furlong/keys") && home.hasPrefix("/"))
  }

  @Test("what is set to nothing, or to no full path, counts as not set", .tags(.edge))
  func empty() {
    for environment in [
      ["FURLONG_KEYS": ""], ["XDG_CONFIG_HOME": ""], ["XDG_CONFIG_HOME": "settings"],
      ["FURLONG_KEYS": "", "XDG_CONFIG_HOME": ""],
    ] {
      #expect(
        KeyKeeper(environment: environment).folder == KeyKeeper(environment: [:]).folder,
        "\(environment)")
    }
  }

  @Test("is never written into the study folder, by whatever name that is called", .tags(.edge))
  func inside() throws {
    let link = keys.url.appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: study.url)
    let inside = [
      study.url, study.url.appendingPathComponent("deep/keys"), link,
      link.appendingPathComponent("deep"), study.url.appendingPathComponent("exports/../keys"),
    ]
    for folder in inside {
      let error = #expect(throws: WorkflowError.self, "\(folder.path)") {
        try key(KeyKeeper(folder: folder))
      }
      #expect(error?.what.contains("lies in the study folder") == true)
      #expect(error?.fix.contains("FURLONG_KEYS") == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: study.url.path).isEmpty)
    // A folder beside it whose name begins with the study's is another.
    let beside = URL(fileURLWithPath: study.url.path + "-keys")
    defer { try? FileManager.default.removeItem(at: beside) }
    #expect(try key(KeyKeeper(folder: beside)).count == 32)
  }

  @Test("is one and the same for all runs that look for it at once, whole, and the user's alone")
  func race() throws {
    for round in 0..<20 {
      let folder = keys.url.appendingPathComponent("\(round)")
      let found = Found()
      let place = study.url
      DispatchQueue.concurrentPerform(iterations: 12) { _ in
        found.add(
          try? KeyKeeper(folder: folder).key(studyID: "a-study", outside: place))
      }
      #expect(Set(found.all.map { $0?.key }).count == 1 && found.all.first??.key.count == 32)
      #expect(found.all.count { $0?.isNew == true } == 1, "one run alone makes it")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["a-study.key"], "no draft stays")
      let about = try FileManager.default.attributesOfItem(atPath: folder.path + "/a-study.key")
      #expect(about[.posixPermissions] as? Int == 0o600)
    }
  }

  private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var all: [(key: [UInt8], isNew: Bool)?] = []

    func add(_ key: (key: [UInt8], isNew: Bool)?) {
      lock.withLock { all.append(key) }
    }
  }

  @Test("that cannot be read is not replaced: it says what to do", .tags(.edge))
  func unreadable() throws {
    try keys.write("no key\n", to: "a-study.key")
    let error = #expect(throws: WorkflowError.self) { try key(KeyKeeper(folder: keys.url)) }
    #expect(error?.fix.contains("put the key file back") == true)
    #expect(
      try keys.text(of: "a-study.key")
        == "no key\n")
  }
}

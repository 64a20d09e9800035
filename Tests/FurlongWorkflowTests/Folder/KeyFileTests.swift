import Foundation
import FurlongDigests
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("A key that is handed on")
struct KeyFileTests {
  private let key = [UInt8](0..<32)
  private let cheap = Scrypt(n: 16, r: 8, p: 1)

  private func file(_ passphrase: String = "five words of my own") throws -> KeyFile {
    try KeyFile(
      key: key, studyID: "a-study", passphrase: passphrase, cost: cheap,
      random: { [UInt8](repeating: 7, count: $0) })
  }

  @Test("is had back by its passphrase, and by no other")
  func roundTrip() throws {
    let read = try KeyFile(file().text(), name: "k")
    #expect(try read == file())
    #expect(try read.key(passphrase: "five words of my own", name: "k") == key)
    for wrong in ["five words of my owN", "five words of my own ", ""] {
      let error = #expect(throws: WorkflowError.self) { try read.key(passphrase: wrong, name: "k") }
      #expect(error?.what.contains("passphrase is not the one") == true)
    }
  }

  @Test("is read whether letters with accents are typed as one sign or as two")
  func accents() throws {
    let read = try file("caf\u{E9} cr\u{E8}me br\u{FB}l\u{E9}e")
    #expect(
      try read.key(passphrase: "cafe\u{301} cre\u{300}me bru\u{302}le\u{301}e", name: "k") == key)
  }

  @Test("the study, the numbers and every byte are vouched for", .tags(.edge))
  func changed() throws {
    let text = String(decoding: try file().text(), as: UTF8.self)
    let sealed = try file().sealed
    let other = (sealed.first == "0" ? "1" : "0") + sealed.dropFirst()
    for changed in [
      text.replacing("a-study", with: "b-study"), text.replacing("\"r\" : 8", with: "\"r\" : 9"),
      text.replacing(sealed, with: other),
      text.replacing("0707070707070707", with: "0807070707070707"),
    ] {
      #expect(changed != text)
      let read = try KeyFile(Array(changed.utf8), name: "k")
      #expect(throws: WorkflowError.self) {
        try read.key(passphrase: "five words of my own", name: "k")
      }
    }
  }

  @Test(
    "what is no such file, newer, or asks for too much is refused before anything is computed",
    .tags(.edge))
  func refused() throws {
    let text = String(decoding: try file().text(), as: UTF8.self)
    for (bad, words) in [
      ("no key", "is no key"),
      (text.replacing("\"furlongKey\" : 1", with: "\"furlongKey\" : 2"), "newer"),
      (text.replacing("\"n\" : 16", with: "\"n\" : 1073741824"), "asks for more"),
      (text.replacing("scrypt", with: "plain"), "damaged"),
    ] {
      let error = #expect(throws: WorkflowError.self) {
        try KeyFile(Array(bad.utf8), name: "k")
      }
      #expect(error?.what.contains(words) == true, "\(error?.what ?? "")")
    }
  }

  @Test("needs a passphrase of twelve signs")
  func short() throws {
    let error = #expect(throws: WorkflowError.self) { try file("eleven sign") }
    #expect(error?.fix.contains("12 signs") == true)
  }

  @Test("goes to another computer, where the study's pseudonyms are the same")
  func wholeWay() throws {
    let study = try DecidedStudy()
    let safe = try TestFolder()
    let file = safe.url.appendingPathComponent("decided.key")
    let phrase = "five words of my own"
    #expect(
      refusal { try study.workflow.exportKey(to: file, passphrase: phrase) }?.what.contains(
        "no key yet") == true)
    _ = try study.workflow.importExports()
    let before = try Data(contentsOf: study.folder.url.appendingPathComponent("study.furlong"))
    try study.workflow.exportKey(to: file, passphrase: phrase)
    let about = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(about[.posixPermissions] as? Int == 0o600)
    let key = study.keys.url.appendingPathComponent("decided-study.key")
    let hidden = try String(contentsOf: key, encoding: .utf8)
    #expect(try !String(contentsOf: file, encoding: .utf8).contains(hidden.prefix(64)))
    #expect(
      refusal { try study.workflow.exportKey(to: file, passphrase: phrase) }?.what.contains(
        "is there already") == true)
    #expect(try !study.workflow.importKey(from: file, passphrase: phrase))
    try FileManager.default.removeItem(at: key)
    #expect(
      refusal { _ = try study.workflow.importKey(from: file, passphrase: "another phrase") } != nil)
    #expect(!FileManager.default.fileExists(atPath: key.path))
    #expect(try study.workflow.importKey(from: file, passphrase: phrase))
    #expect(try String(contentsOf: key, encoding: .utf8) == hidden)
    #expect(
      try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int == 0o600
    )
    _ = try study.workflow.importExports()
    #expect(
      try Data(contentsOf: study.folder.url.appendingPathComponent("study.furlong")) == before)
  }

  @Test("never into the study folder, never over another key, never of another study", .tags(.edge))
  func places() throws {
    let study = try DecidedStudy()
    _ = try study.workflow.importExports()
    let phrase = "five words of my own"
    for place in ["the.key", "reports/deep/the.key", "exports/../the.key"] {
      let error = refusal {
        try study.workflow.exportKey(
          to: study.folder.url.appendingPathComponent(place), passphrase: phrase)
      }
      #expect(error?.what.contains("lies in the study folder") == true, "\(place)")
    }
    let safe = try TestFolder()
    let file = safe.url.appendingPathComponent("the.key")
    try KeyFile(key: key, studyID: "decided-study", passphrase: phrase, cost: cheap).text()
      .withUnsafeBytes { try Data($0).write(to: file) }
    #expect(
      refusal { _ = try study.workflow.importKey(from: file, passphrase: phrase) }?.what
        .contains("another key here") == true)
    try KeyFile(key: key, studyID: "other", passphrase: phrase, cost: cheap).text()
      .withUnsafeBytes { try Data($0).write(to: file) }
    #expect(
      refusal { _ = try study.workflow.importKey(from: file, passphrase: phrase) }?.what
        .contains("the key of the study 'other'") == true)
  }
}

import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Pseudonyms")
struct PseudonymTests {
  private struct Vectors: Decodable {
    struct Record: Decodable {
      var study: String
      var kind: IdentifierKind
      var value: String
      var hash: String
    }
    var records: [Record]
  }

  @Test("A pseudonym is the HMAC that another program computes", .tags(.reference))
  func vectors() throws {
    for record in try reference("pseudonyms.json", as: Vectors.self).records {
      let pseudonymiser = try Pseudonymiser(key: TestExport.key, studyID: record.study)
      let found = pseudonymiser.hash(record.value, kind: record.kind)
      #expect(found == KeyedHash(kind: record.kind, hash: record.hash))
    }
  }

  @Test("Key, study, kind and value each change the pseudonym", .tags(.law))
  func dependence() throws {
    let first = try Pseudonymiser(key: TestExport.key, studyID: "a")
    var otherKey = TestExport.key
    otherKey[31] ^= 1
    let hashes = [
      first.hash("1", kind: .localID).hash, first.hash("2", kind: .localID).hash,
      first.hash("1", kind: .studentID).hash,
      try Pseudonymiser(key: TestExport.key, studyID: "b").hash("1", kind: .localID).hash,
      try Pseudonymiser(key: otherKey, studyID: "a").hash("1", kind: .localID).hash,
    ]
    #expect(Set(hashes).count == hashes.count)
  }

  @Test("A key of another length is refused", .tags(.edge))
  func keys() {
    for length in [0, 31, 33] {
      #expect(throws: Pseudonymiser.KeyError.wrongLength(found: length)) {
        _ = try Pseudonymiser(key: [UInt8](repeating: 0, count: length), studyID: "a")
      }
    }
  }
}

@Suite("Identifiers")
struct IdentifierRuleTests {
  private let real = IdentifierRule(fictional: false)
  private let invented = IdentifierRule(fictional: true)

  @Test("The NHS's own example passes its check digit, however it is written", .tags(.reference))
  func valid() throws {
    for written in ["943 476 5919", "943-476-5919", "9434765919", " 943\u{A0}476\u{2011}5919 "] {
      #expect(try real.normalised(written, kind: .nhsNumber) == "9434765919")
    }
    #expect(try real.normalised("4000000004", kind: .nhsNumber) == "4000000004")
  }

  @Test("Any other last digit fails, and any digit changed", .tags(.law))
  func checkDigit() {
    for digit in 0...8 {
      #expect(throws: IdentifierRule.Fault.checkDigit) {
        _ = try real.normalised("943476591\(digit)", kind: .nhsNumber)
      }
    }
    let digits = Array("9434765919")
    for place in 0..<9 {
      var changed = digits
      changed[place] = digits[place] == "0" ? "1" : "0"
      #expect(throws: IdentifierRule.Fault.checkDigit) {
        _ = try real.normalised(String(changed), kind: .nhsNumber)
      }
    }
  }

  @Test("A number whose check would be 10 has no last digit that fits", .tags(.edge))
  func checkTen() {
    for digit in 0...9 {
      #expect(throws: IdentifierRule.Fault.checkDigit) {
        _ = try real.normalised("400000008\(digit)", kind: .nhsNumber)
      }
    }
  }

  @Test(
    "Ten times one digit, other lengths, letters, and Excel's short form are refused", .tags(.edge))
  func refused() {
    for same in ["0000000000", "1111111111", "9999999999"] {
      #expect(throws: IdentifierRule.Fault.sameDigits) {
        _ = try invented.normalised(same, kind: .nhsNumber)
      }
    }
    for other in ["943476591", "94347659190", "943476591X", "E", ""] {
      #expect(throws: IdentifierRule.Fault.notTenDigits) {
        _ = try real.normalised(other, kind: .nhsNumber)
      }
    }
  }

  @Test(
    "A number that a spreadsheet rounded is told apart", .tags(.edge),
    arguments: ["4.57E+09", "4,57e+9"])
  func rounded(value: String) {
    #expect(throws: IdentifierRule.Fault.digitsLost) {
      _ = try real.normalised(value, kind: .nhsNumber)
    }
  }

  @Test("The 999 range is for invented studies")
  func testRange() throws {
    #expect(try invented.normalised("999 000 0018", kind: .nhsNumber) == "9990000018")
    #expect(throws: IdentifierRule.Fault.testRange) {
      _ = try real.normalised("999 000 0018", kind: .nhsNumber)
    }
  }

  @Test("Other identifiers are trimmed and written in capitals; leading zeros stay")
  func local() throws {
    #expect(try real.normalised(" sc-0042 ", kind: .studentID) == "SC-0042")
    #expect(try real.normalised("007", kind: .localID) == "007")
    #expect(
      try real.normalised("e\u{301}1", kind: .localID)
        == (try real.normalised("\u{E9}1", kind: .localID)))
  }
}

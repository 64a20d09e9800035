import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("What is looked at of a large file")
struct LookedAtBytesTests {
  private func look(_ text: String, most: Int) throws -> LookedAtBytes {
    let folder = try TestFolder()
    let file = try folder.write(text, to: "export.csv")
    let opened = try FileBytes.open(at: file.path).get()
    return try #require(try LookedAtBytes(opened, name: "export.csv", most: most))
  }

  @Test("ends with a whole row, and a line end within quotes ends none")
  func rows() throws {
    let text = "ID,Story\nS1,\"two\nlines\"\nS2,\"one \"\"more\"\"\nof them\"\nS3,x\n"
    let whole = try look(text, most: 1_000)
    #expect(!whole.isCut && String(decoding: whole.bytes, as: UTF8.self) == text)
    for (most, rows) in [(12, 1), (24, 2), (49, 2), (50, 3)] {
      let found = try look(text, most: most)
      let ends = ["ID,Story\n", "lines\"\n", "of them\"\n"]
      #expect(found.isCut)
      #expect(String(decoding: found.bytes, as: UTF8.self).hasSuffix(ends[rows - 1]), "\(most)")
    }
  }

  @Test("is all of an SPSS file and of UTF-16, whose letters are not cut")
  func uncut() throws {
    let folder = try TestFolder()
    for start in [Array("$FL2".utf8), [0xFF, 0xFE, 65, 0]] as [[UInt8]] {
      let bytes = start + [UInt8](repeating: 65, count: 100)
      let file = try folder.write(Data(bytes), to: "export")
      let opened = try FileBytes.open(at: file.path).get()
      let found = try #require(try LookedAtBytes(opened, name: "export", most: 10))
      #expect(!found.isCut && found.bytes == bytes)
    }
  }
}

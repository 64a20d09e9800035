import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("No problem holds a value that identifies a person")
struct RedactionTests {
  private let markers = ["QXZMARK", "9434765918", "zq@example.org"]

  private func expectClean(_ batch: ImportBatch, _ what: String) {
    #expect(!batch.problems.isEmpty, "\(what) gave no problem")
    for problem in batch.problems {
      let said = "\(problem.message) \(problem.fix) \(problem.column ?? "") \(problem.place)"
      for marker in markers {
        #expect(!said.localizedCaseInsensitiveContains(marker), "\(what): \(said)")
      }
    }
    #expect(batch.stopped || batch.addsUp)
  }

  @Test("Markers in every hidden cell of a register, beside every fault of the others")
  func register() throws {
    let base = [
      "SC1", "999 000 0018", "01/09/2023", "", "", "01/01/1990", "F", "33", "Town", "Sur", "Note",
    ]
    let hidden = [0, 1, 5, 8, 9, 10]
    let faults: [(Int, String)] = [
      (0, ""), (1, "12"), (2, "31/06/2024"), (2, ""), (2, "45432"), (2, "01/02/03"), (3, "never"),
      (4, "01/01/2020"),
      (5, "01/01/2050"), (5, "31/31/1990"), (6, "Q"), (7, "old"), (7, "1.5"),
    ]
    for marker in markers {
      for place in hidden {
        for (column, fault) in faults where column != place {
          var row = base
          row[place] = marker
          row[column] = fault
          let csv = peopleHeader + "\n" + row.joined(separator: ",") + "\n"
          expectClean(try TestExport(map: peopleMap).batch(csv), "\(column) beside \(place)")
        }
      }
      for place in [1, 5] {
        var row = base
        row[place] = marker
        expectClean(
          try TestExport(map: peopleMap).batch(
            peopleHeader + "\n" + row.joined(separator: ",") + "\n"),
          "marker in \(place)")
      }
    }
  }

  @Test("Markers in rows that cannot be parted into cells, and in files that stop")
  func shapes() throws {
    for marker in markers {
      let row = "\(marker),,01/09/2023,,,,F,33,\(marker),\(marker),\(marker)"
      let faults = [
        row + ",\(marker)\n", "\(marker),\(marker)\n",
        row.replacing("F,33", with: "\"F\"\(marker),33") + "\n",
        row + "\n\(marker),,01/09/2023,,,,\(marker)\u{0},3,,,\n", row + "\n\"\(marker)\n",
      ]
      for fault in faults {
        expectClean(try TestExport(map: peopleMap).batch(peopleHeader + "\n" + fault), "shape")
      }
      var bytes = Data(
        (peopleHeader + "\n" + row + "\n\(marker),,01/09/2023,,,,F,3,\(marker)").utf8)
      bytes.append(0xE9)
      bytes.append(contentsOf: ",\(marker),\(marker)\n".utf8)
      expectClean(try TestExport(map: peopleMap).batch(bytes), "Windows-1252")
      expectClean(
        try TestExport(map: peopleMap).batch("\(marker),a,b,c\n1,2,3,4\n"), "cells as headings")
    }
  }

  @Test("An identifier that strays into a shown column is not shown", .tags(.edge))
  func strays() throws {
    for marker in ["9434765918", "943 476 5918", "zq@example.org"] {
      let csv = formsHeader + "\nSC1,01/02/2024,3,3,\(marker),3,3,3,3,\n"
      let batch = try TestExport(map: formsMap).batch(csv)
      #expect(batch.problems.map(\.column) == ["S3"])
      #expect(batch.problems[0].message.hasPrefix("The value is not a"))
    }
  }

  @Test(
    "A value that is shown has no control characters and is not longer than a line", .tags(.edge))
  func control() throws {
    let long = String(repeating: "w", count: 150)
    let map = formsMap.replacing("S7] }", with: "S7], answers: { \(long): 1 } }")
    let batch = try TestExport(map: map).batch(
      formsHeader + "\nSC1,01/02/2024,3,3,w\u{1B}\(long),3,3,3,3,\n")
    let message = try #require(batch.problems.first?.message)
    #expect(
      message.count < 80 && !message.contains("\u{1B}") && message.contains("w·ww")
        && message.contains("…"))
  }

  @Test("Markers in a story's words, its reviewer and a coder's name")
  func stories() throws {
    let header = "ID,Who,Text,Level,Given,By,On"
    for (level, given, on) in [
      ("9", "01/02/2024", ""), ("x", "", ""), ("4", "31/06/2024", ""), ("4", "", ""),
    ] {
      let csv = header + "\nST1,SC1,QXZMARK,\(level),\(given),QXZMARK,\(on)\n"
      expectClean(try TestExport(map: storyMap).batch(csv), "story")
    }
    let codings = "Story,Coder,Code\nST1,QXZMARK,hopes\n"
    expectClean(
      try TestExport(map: codingMap, codes: ["hope"]).batch(codings), "coding")
  }
}

import Foundation
import FurlongTestSupport
import Testing

/// How `furlong problems` tells what was wrong.
@Suite("furlong problems")
struct ProblemsTests {
  /// Answers out of range in four rows of one column and one row of another, and a date that is none.
  private func study() throws -> SmallStudy {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "01/09/2024,2,2", to: "01/09/2024,2,7")
    try study.change("exports/forms.csv", "02/09/2024,1,2", to: "02/09/2024,1,8")
    try study.change("exports/forms.csv", "03/09/2024,3,3", to: "03/09/2024,3,7")
    try study.change("exports/forms.csv", "04/09/2024,2,3,2", to: "04/09/2024,2,6,8")
    try study.change("exports/forms.csv", "05/01/2025", to: "31/06/2025")
    return study
  }

  @Test("equal problems are one paragraph with how many, the first rows and the values")
  func grouped() throws {
    let run = try study().run("problems")
    #expect(run.exitCode == 0)
    #expect(
      run.output.contains(
        """
        set-aside[I033]  exports/forms.csv:S2  4 times: rows 2, 3, 4 and 5
          '7' is not an answer of SWEMWBS; allowed are 1 to 5.
          the values are '7' (2 times), '6' and '8'
          fix  
        """), "\(run.output)")
    #expect(run.output.contains("set-aside[I033]  exports/forms.csv:5:S3\n"), "\(run.output)")
    #expect(run.output.contains(" problems of "), "\(run.output)")
    #expect(run.talk.contains("--all"))
  }

  @Test("--all lists each, --code and --file pick some")
  func filters() throws {
    let study = try study()
    func count(_ words: String...) throws -> Int {
      let run = try CommandLineRun(
        ["problems", study.folder.url.path] + words, keys: study.keys.url)
      return run.output.split(separator: "\n").count { $0.hasPrefix("set-aside[") }
    }
    #expect(try count() == 3)
    #expect(try count("--all") == 6)
    #expect(try count("--code", "I023") == 1)
    #expect(try count("--code", "i033", "--all") == 5)
    #expect(try count("--file", "forms.csv", "--all") == 6)
    #expect(try count("--file", "exports/forms.csv") == 3)
    #expect(try count("--file", "students.csv") == 0)
    #expect(try study.run("problems", "--code", "I999").exitCode == 2)
  }

  @Test("--as csv is a line a problem; JSON keeps each")
  func table() throws {
    let study = try study()
    let lines = try study.run("problems", "--as", "csv").output.split(separator: "\n")
    #expect(lines.first == "severity,code,file,row,column,message,fix,mark,correction")
    #expect(lines.count { $0.hasPrefix("set-aside,") } == 6)
    let run = try study.run("problems", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let problems = try #require(object["problems"] as? [[String: Any]])
    #expect(problems.count { $0["severity"] as? String == "set-aside" } == 6)
    #expect(problems.count == lines.count - 1)
  }
}

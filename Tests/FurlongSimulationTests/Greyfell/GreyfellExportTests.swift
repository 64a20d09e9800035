import FurlongSimulation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The exports of the greyfell example")
struct GreyfellExportTests {
  static let seeds: [UInt64] = [2025, 1]

  @Test("register about 260 people in two academic years, a few of them carers", arguments: seeds)
  func registers(seed: UInt64) throws {
    let rows = try ReadCollege(.greyfell, seed: seed).sheet("students").rows
    #expect(rows.count == 264)
    let carers = rows.count { $0["Role"] == "Carer" }
    #expect(carers > 8 && carers < 40, "\(carers) carers")
    #expect(rows.contains { $0["Left on"] != "" })
    for row in rows {
      let registered = try day(row["Registered on", default: ""])
      #expect(registered >= CalendarDay(2023, 9, 1) && registered <= CalendarDay(2025, 7, 31))
      let born = try day(row["Date of birth", default: ""])
      #expect(registered.number - born.number > 18 * 365)
    }
  }

  @Test("give out ids once, NHS numbers of the 999 range that pass the check", arguments: seeds)
  func identify(seed: UInt64) throws {
    let rows = try ReadCollege(.greyfell, seed: seed).sheet("students").rows
    #expect(Set(rows.compactMap { $0["Student ID"] }).count == rows.count)
    let numbers = rows.compactMap { $0["NHS number"] }.filter { $0 != "" }
    #expect(Set(numbers).count == numbers.count && numbers.count < rows.count)
    for number in numbers {
      let digits = number.compactMap(\.wholeNumberValue)
      #expect(digits.count == 10 && number.hasPrefix("999 "))
      let sum = zip(digits, stride(from: 10, through: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(sum % 11 == 0, "\(number) fails the check of its last digit")
    }
  }

  @Test("hold forms at the start and the end of about 130 people", arguments: seeds)
  func bothForms(seed: UInt64) throws {
    let college = try ReadCollege(.greyfell, seed: seed)
    var registered: [String: CalendarDay] = [:]
    for row in try college.sheet("students").rows {
      registered[row["Student ID", default: ""]] = try day(row["Registered on", default: ""])
    }
    var forms: [String: Set<String>] = [:]
    for row in try college.sheet("start-and-end-forms").rows {
      let id = row["Student ID", default: ""]
      let form = row["Form", default: ""]
      forms[id, default: []].insert(form)
      let first = try #require(registered[id], "a form of nobody who is registered")
      let offset = try day(row["Completed on", default: ""]).number - first.number
      #expect(form == "Start" ? (-28...28).contains(offset) : (60...180).contains(offset))
    }
    let both = forms.values.count { $0.count == 2 }
    #expect(both > 105 && both < 165, "\(both) with both forms")
    let started = forms.values.count { $0.contains("Start") }
    #expect(Double(both) / Double(started) < 0.67, "fewer are lost than the model says")
  }

  @Test("write answers as words in whatever case, some blank", arguments: seeds)
  func answers(seed: UInt64) throws {
    let rows = try ReadCollege(.greyfell, seed: seed).sheet("start-and-end-forms").rows
    let words: Set = [
      "", "not at all", "several days", "more than half the days", "nearly every day",
    ]
    let items = (1...9).map { "PHQ\($0)" } + (1...7).map { "GAD\($0)" }
    let ladder = ["Confidence", "Connection", "Hope"]
    let cells = rows.flatMap { row in items.map { row[$0, default: "?"] } }
    #expect(Set(cells.map { $0.lowercased() }) == words)
    #expect(cells.contains("NOT AT ALL") && cells.contains("not at all"))
    for row in rows {
      #expect(ladder.allSatisfy { row[$0] == "" || (0...10).contains(Int(row[$0] ?? "") ?? -1) })
    }
    #expect(cells.count { $0 == "" } * 50 < cells.count, "more is blank than the model says")
    let states = rows.flatMap { [$0["Main activity"], $0["Housing"]] }
    #expect(states.contains("Prefer not to say") && states.contains(""))
  }

  @Test("pick from the lists that the mapping knows, and lose work as well as gain it")
  func states() throws {
    let college = try ReadCollege(.greyfell, seed: 2025)
    let mapping = try #require(college.files.first { $0.path == "maps/forms.map.yaml" }).text
    let rows = try college.sheet("start-and-end-forms").rows
    var state: [String: [String: String]] = [:]
    for row in rows {
      for column in ["Main activity", "Housing"] {
        let word = row[column, default: "?"]
        #expect(word == "" || mapping.contains("\(word): "), "the mapping lacks a word")
      }
      state[row["Form", default: ""], default: [:]][row["Student ID", default: ""]] =
        row["Main activity"]
    }
    let inWork: Set = [
      "Employed (paid)", "Self-employed", "Volunteering", "College or university",
      "Training or apprenticeship",
    ]
    let moves = (state["End"] ?? [:]).compactMap { id, after in
      (state["Start"]?[id]).map { (inWork.contains($0), inWork.contains(after)) }
    }
    #expect(moves.count { !$0.0 && $0.1 } >= 5 && moves.count { $0.0 && !$0.1 } >= 3)
  }

  @Test("repeat five rows of the forms, and no session", arguments: seeds)
  func repeats(seed: UInt64) throws {
    let college = try ReadCollege(.greyfell, seed: seed)
    let forms = try college.sheet("start-and-end-forms").rows
    #expect(forms.count - Set(forms).count == 5)
    let days = forms.map { [$0["Student ID"], $0["Completed on"]] }
    #expect(Set(days).count == Set(forms).count, "two forms of a person and day disagree")
    let sessions = try college.sheet("attendance").rows.map {
      [$0["Student ID"], $0["Course"], $0["Session date"]]
    }
    #expect(Set(sessions).count == sessions.count)
  }

  @Test(
    "hold feedback of those who came, mostly 4 and 5, once a person and course", arguments: seeds)
  func feedback(seed: UInt64) throws {
    let college = try ReadCollege(.greyfell, seed: seed)
    let rows = try college.sheet("course-feedback").rows
    let answers = rows.compactMap { Int($0["Would recommend", default: ""]) }
    #expect(answers.allSatisfy { (1...5).contains($0) })
    let well = Double(answers.count { $0 >= 4 }) / Double(answers.count)
    #expect(well > 0.72 && well < 0.95, "\(well) would recommend")
    #expect(answers.count { $0 <= 2 } >= 3)
    let came = Set(
      try college.sheet("attendance").rows.filter { ["Attended", "Late"].contains($0["Status"]) }
        .map { [$0["Student ID"], $0["Course"]] })
    #expect(rows.allSatisfy { came.contains([$0["Student ID"], $0["Course"]]) })
    let given = rows.map { [$0["Student ID"], $0["Course"], $0["Date"]] }
    #expect(Set(given).count == given.count && given.count > 150)
  }
}

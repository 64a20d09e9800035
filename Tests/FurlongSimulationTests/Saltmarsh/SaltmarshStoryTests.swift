import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("The stories of the saltmarsh example")
struct SaltmarshStoryTests {
  private static let themes = [
    "connectedness", "hope", "identity", "meaning", "empowerment", "difficulties",
  ]

  @Test("are 24, short, and name nobody", arguments: [2025, 1] as [UInt64])
  func nameNobody(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    let stories = try college.sheet("stories").rows
    #expect(stories.count == 24)
    let students = try college.sheet("students")
    let names = words(
      (students.values("Surname") + students.values("Forename")).joined(separator: " "))
    #expect(names.count > 800)
    for row in stories {
      let text = row["Text", default: ""]
      let length = text.split(separator: " ").count
      #expect(length >= 60 && length <= 120)
      #expect(words(text).isDisjoint(with: names))
    }
  }

  @Test("have no name of a student in plan, mappings or README", arguments: [2025, 1] as [UInt64])
  func folderNamesNobody(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    let students = try college.sheet("students")
    let names = words(
      (students.values("Surname") + students.values("Forename")).joined(separator: " "))
    for file in college.files where !file.path.hasPrefix("exports/") {
      #expect(words(file.text).isDisjoint(with: names), "\(file.path) holds a name")
    }
    // The check can fail: an export holds names.
    let register = try #require(college.files.first { $0.path == "exports/students.csv" })
    #expect(!words(register.text).isDisjoint(with: names))
  }

  /// Whether a theme is counted where either coder or both found it, and whether stories without
  /// consent are counted or not: always one theme alone is of fewer than five people.
  @Test(
    "have every theme told by five people or more but one", arguments: [2025, 1] as [UInt64])
  func hideOneTheme(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    var person: [String: String] = [:]
    var isUser: [String: Bool] = [:]
    for row in try college.sheet("students").rows {
      person[row["Student ID", default: ""]] = row["Surname"]
      isUser[row["Surname", default: ""]] = row["Type"] == "SU" && row["Consent (data)"] == "Y"
    }
    let end = CollegeParameters.saltmarsh.extract.upperBound
    var teller: [String: String] = [:]
    var usable = Set<String>()
    for row in try college.sheet("stories").rows {
      let story = row["Story", default: ""]
      let surname = try #require(person[row["Student ID", default: ""]])
      teller[story] = surname
      let until = row["Consent until", default: ""]
      let isExpired = try until != "" && day(until) < end
      let isWithdrawn = row["Withdrawn on"] != ""
      if row["Consent level"] != "0", !isExpired, !isWithdrawn, isUser[surname] == true {
        usable.insert(story)
      }
    }
    #expect(usable.count == 18 && Set(teller.values).count == 22)
    var coders: [String: Set<String>] = [:]
    for row in try college.sheet("codings").rows {
      coders["\(row["Code", default: ""]) \(row["Story", default: ""])", default: []]
        .insert(row["Coder", default: ""])
    }
    for (needed, stories) in [
      (1, Set(teller.keys)), (2, Set(teller.keys)), (1, usable), (2, usable),
    ] {
      var few: [String] = []
      for theme in Self.themes {
        let people = Set(
          stories.filter { coders["\(theme) \($0)", default: []].count >= needed }
            .compactMap { teller[$0] })
        #expect(!people.isEmpty)
        if people.count < 5 { few.append(theme) }
      }
      #expect(few == ["identity"])
    }
  }

  @Test("carry consent of every level, withdrawn, expired and unreviewed ones too")
  func carryConsent() throws {
    let rows = try ReadCollege(seed: 2025).sheet("stories").rows
    #expect(Set(rows.compactMap { $0["Consent level"] }) == Set((0...6).map(String.init)))
    #expect(rows.count { $0["Withdrawn on"] != "" } == 2)
    #expect(rows.count { $0["Checked by"] == "" } == 4)
    for row in rows {
      let told = try day(row["Told on", default: ""])
      let given = try day(row["Consent date", default: ""])
      #expect(told <= given)
      for later in ["Withdrawn on", "Checked on"] {
        let text = row[later, default: ""]
        if text != "" {
          #expect(try day(text) > given)
          #expect(try day(text) <= CollegeParameters.saltmarsh.extract.upperBound)
        }
      }
    }
  }

  @Test("are coded by two people who mostly agree, and once found empty by one")
  func agreeMostly() throws {
    let rows = try ReadCollege(seed: 2025).sheet("codings").rows
    #expect(Set(rows.compactMap { $0["Coder"] }) == ["Coder 1", "Coder 2"])
    #expect(rows.count { $0["Code"] == "none" } == 1)
    #expect(Set(rows.compactMap { $0["Code"] }) == Set(Self.themes + ["none"]))
    for theme in Self.themes {
      func stories(_ coder: String) -> Set<String> {
        Set(rows.filter { $0["Coder"] == coder && $0["Code"] == theme }.compactMap { $0["Story"] })
      }
      let (one, other) = (stories("Coder 1"), stories("Coder 2"))
      let apart = one.symmetricDifference(other).count
      #expect(apart >= 1 && apart <= 3, "\(theme): \(apart) of 24 stories apart")
    }
  }
}

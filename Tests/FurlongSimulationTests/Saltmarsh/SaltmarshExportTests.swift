import FurlongSimulation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The exports of the saltmarsh example", .serialized)
struct SaltmarshExportTests {
  static let seeds: [UInt64] = [2025, 1]
  private let extract = CollegeParameters.saltmarsh.extract

  @Test("register about 600 people, three quarters of them service users", arguments: seeds)
  func registers(seed: UInt64) throws {
    let rows = try ReadCollege(seed: seed).sheet("students").rows
    let people = Set(rows.compactMap { $0["Surname"] })
    #expect(people.count == 600)
    #expect(rows.count > 630 && rows.count < 720, "\(rows.count) registrations")
    let users = Set(rows.filter { $0["Type"] == "SU" }.compactMap { $0["Surname"] })
    #expect(users.count > 410 && users.count < 490, "\(users.count) service users")
    #expect(rows.contains { $0["Consent (data)"] == "N" })
    #expect(rows.contains { $0["Type"] == "SU" && $0["Known to trust since"] == "" })
    #expect(rows.contains { $0["Left on"] != "" })
    for row in rows {
      let registered = try day(row["Registered on", default: ""])
      #expect(registered >= CalendarDay(2022, 9, 1) && registered <= CalendarDay(2025, 7, 31))
    }
  }

  @Test(
    "give out student ids once, NHS numbers of the 999 range that pass the check", arguments: seeds)
  func identify(seed: UInt64) throws {
    let rows = try ReadCollege(seed: seed).sheet("students").rows
    var ownerOfID: [String: String] = [:]
    var ownerOfNumber: [String: String] = [:]
    for row in rows {
      let surname = row["Surname", default: ""]
      let id = row["Student ID", default: ""]
      #expect(id.count >= 6)
      #expect(ownerOfID.updateValue(surname, forKey: id) ?? surname == surname)
      #expect(row["Postcode", default: ""].hasPrefix("ZZ99 "))
      #expect(row["Email", default: ""].hasSuffix("@example.org"))
      let number = row["NHS No", default: ""].filter { $0 != " " }
      if number.isEmpty { continue }
      #expect(ownerOfNumber.updateValue(surname, forKey: number) ?? surname == surname)
      let digits = number.compactMap(\.wholeNumberValue)
      #expect(digits.count == 10 && number.hasPrefix("999"))
      // The check in another form: the weighted sum of all ten is a multiple of eleven.
      let sum = zip(digits, (1...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(sum % 11 == 0, "the check digit is wrong")
    }
    let twice = Dictionary(grouping: ownerOfID.values) { $0 }.filter { $0.value.count > 1 }
    #expect(!twice.isEmpty, "nobody came back under another id")
  }

  @Test(
    "speak only of days up to the end of the data, and of people in the register", arguments: seeds)
  func staysInside(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    let students = try college.sheet("students")
    let ids = Set(students.values("Student ID"))
    let numbers = Set(students.values("NHS No").map { $0.filter { $0 != " " } })
    for row in try college.sheet("community-contacts").rows {
      #expect(numbers.contains(row["NHS No", default: ""]))
      #expect(extract.contains(try day(row["Contact date", default: ""])))
    }
    let spells = try college.sheet("inpatient-spells").rows
    for row in spells {
      #expect(numbers.contains(row["NHS No", default: ""]))
      let admitted = try day(row["Admitted", default: ""])
      #expect(admitted <= extract.upperBound)
      let left = row["Discharged", default: ""]
      if left != "" { #expect(try extract.contains(day(left)) && admitted < day(left)) }
    }
    #expect(spells.contains { $0["Discharged"] == "" }, "no stay is open at the end")
    #expect(try spells.contains { try day($0["Admitted", default: ""]) < extract.lowerBound })
    for row in try college.forms() {
      #expect(ids.contains(row["Student ID", default: ""]))
      #expect(extract.contains(try day(row["Completed on", default: ""])))
    }
    for row in try college.sheet("attendance").rows {
      #expect(ids.contains(row["Student ID", default: ""]))
      #expect(extract.contains(try day(row["Session date", default: ""])))
    }
  }

  @Test(
    "hold one form a person and day, with blanks, items not asked and forms given up",
    arguments: seeds)
  func holdsForms(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    let students = try college.sheet("students").rows
    var person: [String: String] = [:]
    for row in students { person[row["Student ID", default: ""]] = row["Surname"] }
    let forms = try college.forms()
    let days = forms.map {
      (person[$0["Student ID", default: ""]] ?? "") + $0["Completed on", default: ""]
    }
    #expect(Set(days).count == forms.count)
    let wellbeing = Set(["", "9", "1", "2", "3", "4", "5"])
    let recovery = Set(["", "9", "0", "1", "2", "3", "4"])
    for row in forms {
      #expect((1...7).allSatisfy { wellbeing.contains(row["S\($0)", default: "?"]) })
      #expect((1...15).allSatisfy { recovery.contains(row["Q\($0)", default: "?"]) })
    }
    #expect(forms.contains { row in (1...7).count { row["S\($0)"] == "" } == 1 })
    #expect(forms.contains { row in (1...15).allSatisfy { row["Q\($0)"] == "" } })
    #expect(forms.contains { row in (1...15).allSatisfy { row["Q\($0)"] == "9" } })
    let forenames = Set(students.compactMap { $0["Forename"] })
    #expect(
      forms.contains { row in forenames.contains { row["Comments", default: ""].contains($0) } },
      "no remark names anybody")
  }

  @Test("repeat contacts that had two members of staff, and no session", arguments: seeds)
  func repeats(seed: UInt64) throws {
    let college = try ReadCollege(seed: seed)
    let contacts = try college.sheet("community-contacts").rows
    #expect(Set(contacts).count < contacts.count)
    let sessions = try college.sheet("attendance").rows.map {
      [$0["Student ID"], $0["Course"], $0["Session date"]]
    }
    #expect(Set(sessions).count == sessions.count)
  }
}

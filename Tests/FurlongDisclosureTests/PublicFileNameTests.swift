import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What a report calls an export")
struct PublicFileNameTests {
  @Test(
    "names of plain words stay as they are",
    arguments: [
      "exports/attendance.csv", "exports/community-contacts.csv", "exports/inpatient-spells.csv",
      "exports/SWEMWBS start and end forms 2024-25 v2.xlsx (Autumn 24)",
      "exports/PHQ9_20251103.csv",
      "exports/A&E attendances Apr-25.csv", "exports/course-feedback.csv",
      "exports/attendance June 2024.csv",
    ])
  func plain(file: String) {
    #expect(PublicFileName(of: file, number: 3).text == file)
  }

  @Test(
    "a name, an id or a word that is not known is not told", .tags(.edge),
    arguments: [
      "exports/GBO log Nuala Ravensden HL0003.xlsx", "exports/forms-HL0003.csv",
      "exports/forms 9990000018.csv",
      "exports/forms 100234.csv", "exports/scores.xlsx (Cosima)", "exports/forms June.csv",
      "exports/April May.csv", "exports/Ünal.csv",
    ])
  func named(file: String) {
    #expect(PublicFileName(of: file, number: 3).text == "export 3")
  }
}

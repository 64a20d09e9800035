import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Names of terms")
struct TermNameTests {
  @Test("A sheet that is called after a term is no course, and says in which year its days lie")
  func terms() {
    for (name, first) in [
      ("Aut 22", "2022-08-01"), ("Spring term 2023", "2023-01-01"), ("SUM 24", "2024-04-01"),
    ] {
      #expect(TermName(name)?.firstDay == day(first), "\(name)")
    }
    #expect(TermName("Autumn") != nil && TermName("Autumn")?.firstDay == nil)
    #expect(TermName("Summer walks") == nil && TermName("Sleep Well") == nil)
  }
}

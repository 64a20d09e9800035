import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Headings in two rows")
struct GroupedHeadingTests {
  private func sniffed(_ text: String) throws -> (shape: TableShape, table: SourceTable) {
    let bytes = Array(text.utf8)
    let shape = try TableSniffer().shape(of: bytes, name: "forms.csv")
    return (shape, try shape.read(bytes, name: "forms.csv"))
  }

  @Test(
    "The heading of a group stands before those of its columns; one with nothing below stands alone"
  )
  func csv() throws {
    let (shape, table) = try sniffed(
      "Student ID,Start,,End,,Notes\n,Hope,Agency,Hope,Agency,\nRC1,1,2,3,4,x\nRC2,2,2,3,4,\n")
    #expect(shape.format.groupRow == 1 && shape.format.headerRow == 2 && shape.above.isEmpty)
    #expect(
      table.header == [
        "Student ID", "Start / Hope", "Start / Agency", "End / Hope", "End / Agency", "Notes",
      ])
    #expect(table.rowCount == 2 && table.sourceRow(0) == 3)
  }

  @Test("Items that are numbered under each group, below a title")
  func numbered() throws {
    let (shape, table) = try sniffed(
      "Autumn,,,,,,\n,PHQ,,,GAD,,\nID,1,2,3,1,2,3\nRC1,0,1,2,3,1,0\nRC2,3,3,3,1,1,1\n")
    #expect(shape.format.groupRow == 2 && shape.format.headerRow == 3)
    #expect(shape.above == [["Autumn"]])
    #expect(
      table.header == ["ID", "PHQ / 1", "PHQ / 2", "PHQ / 3", "GAD / 1", "GAD / 2", "GAD / 3"])
  }

  @Test("Courses over days are groups, also where no day stands twice; a title over days is none")
  func days() throws {
    let rows = "RC1,P,A,P,A\nRC2,P,,P,A\nRC3,A,A,P,A\nRC4,P,A,,A\n"
    for days in ["24/09/2024,01/10/2024,24/09/2024,02/10/2024", "1 Oct,8 Oct,2 Oct,9 Oct"] {
      let (shape, table) = try sniffed("Register,,,,\n,Sleep,,Voices,\nID,\(days)\n" + rows)
      #expect(shape.format.groupRow == 2 && shape.format.headerRow == 3)
      let own = days.split(separator: ",")
      #expect(table.header[1] == "Sleep / \(own[0])" && table.header[4] == "Voices / \(own[3])")
      let title = try sniffed("Register,,,,\nID,1 Oct,8 Oct,15 Oct,22 Oct\n" + rows)
      #expect(title.shape.format.groupRow == nil && title.table.header[1] == "1 Oct")
    }
    #expect(GroupedHeadings.parts(of: "Moving / on / 1 Oct")?.group == "Moving / on")
    #expect(GroupedHeadings.parts(of: "01/10/2024") == nil)
    let weeks = try sniffed(
      "Register,,,,\n,Term 1,,Term 2,\nID,Week 1,Week 2,Week 3,Week 4\n" + rows)
    #expect(weeks.shape.format.groupRow == nil)
  }

  @Test(
    "A title, a blank heading and a row of data make no group", .tags(.edge),
    arguments: [
      ("Autumn report,,,\nID,Name,Town,Day\nRC1,Ann,Lewes,Mon\n", 2),
      ("ID,Name,,Day\nRC1,Ann,Lewes,Mon\nRC2,Bea,Hove,Tue\n", 1),
      ("ID,Name,Town,\nRC1,Ann,Lewes,x\nRC2,Bea,Hove,y\n", 1),
    ])
  func none(text: String, row: Int) throws {
    let shape = try sniffed(text).shape
    #expect(shape.format.groupRow == nil && shape.format.headerRow == row)
  }

  @Test("Merged cells of a workbook end where they are merged")
  func workbook() throws {
    let file = projectFolder().appendingPathComponent(
      "datasets/messy/exports/i018-merged-headings.xlsx")
    let bytes = Array(try Data(contentsOf: file))
    let shape = try TableSniffer().shape(of: bytes, name: "register.xlsx")
    #expect(shape.format.groupRow == 1 && shape.format.headerRow == 2)
    let table = try shape.read(bytes, name: "register.xlsx")
    #expect(
      table.header == [
        "Student ID", "Term 1 / Week 1", "Term 1 / Week 2", "Term 2 / Week 1", "Term 2 / Week 2",
      ])
    #expect(table.rowCount == 8 && table.text(row: 0, column: 3) == "A")
  }
}

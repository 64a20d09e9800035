import FurlongStudy
public import FurlongTables

/// The shape of an export: encoding, delimiter, headings, numbers and dates.
public struct ExportFormat: Sendable, Equatable {
  /// What stands before the decimals of a number.
  public enum Decimal: String, Sendable, CaseIterable {
    /// `3.5`
    case point
    /// `3,5`
    case comma
  }

  /// The order of a date's parts; `2024-05-31` is read in any order.
  public enum DateOrder: String, Sendable, CaseIterable {
    /// `31/05/2024`
    case dayMonthYear = "day month year"
    /// `05/31/2024`
    case monthDayYear = "month day year"
    /// `2024/05/31`
    case yearMonthDay = "year month day"
  }

  /// Encoding, delimiter and the row of the headings.
  public var csv: CSVFormat
  /// The sheet of a workbook; nil for the only one that holds anything.
  public var sheet: String?
  /// Several sheets of one layout, each an export of its own; empty where `sheet` says all.
  public var sheets: [String] = []
  /// What stands before decimals.
  public var decimal: Decimal
  /// The order of a date's parts; nil where no column with dates is read.
  public var dates: DateOrder?
  /// Rows below the headings that are no data, such as the second and third headings of a survey; as a spreadsheet counts.
  public var skippedRows: Set<Int> = []
  /// The first year that two digits can mean: from 1930, `29` is 2029 and `30` is 1930; nil = two digits are no year.
  public var shortYearsFrom: Int?
  /// From which year numbers in place of dates count days, as spreadsheets do; nil = a number is no date.
  public var dayNumbers: DayNumbers?

  /// How a spreadsheet counts days.
  public enum DayNumbers: String, Sendable, CaseIterable {
    /// As Excel does: 45432 is 20 May 2024.
    case from1900 = "1900"
    /// As Excel on old Macs does: 43970 is 20 May 2024.
    case from1904 = "1904"

    /// The day that a number means; nil where a spreadsheet cannot mean one.
    func day(_ number: Int) -> CalendarDay? {
      // Excel holds 1900 for a leap year, so what it writes for days before March 1900 means another day than it shows.
      guard (self == .from1900 ? 61 : 1)...2_958_465 ~= number else { return nil }
      return CalendarDay(number: number - (self == .from1900 ? 25_569 : 24_107))
    }
  }
}

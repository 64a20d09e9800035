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
  /// What stands before decimals.
  public var decimal: Decimal
  /// The order of a date's parts; nil where no column with dates is read.
  public var dates: DateOrder?
}

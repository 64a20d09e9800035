import FurlongForms

/// The columns of an export that counts wards, teams or courses by month.
public struct UnitColumns: Sendable, Equatable {
  /// A count and what it is counted over.
  public struct Count: Sendable, Equatable {
    /// The id of the count in the plan.
    public var count: String
    /// The column of the number.
    public var number: String
    /// The column of what it is counted over, such as bed days.
    public var over: String
  }

  /// The column of the unit's name.
  public var unit: String
  /// The column of a day of the month.
  public var period: String
  /// What is counted.
  public var counts: [Count]
}

/// Reads the columns of an export of units.
enum UnitForm {
  static func units(_ table: FormTable) throws(FormError) -> UnitColumns {
    let unit = try table.text("unit")
    let period = try table.text("period")
    let node = try table.required("counts")
    var counts: [UnitColumns.Count] = []
    for line in try node.list() {
      let count = try line.table { (table: FormTable) throws(FormError) -> UnitColumns.Count in
        UnitColumns.Count(
          count: try table.text("count"), number: try table.text("number"),
          over: try table.text("over"))
      }
      if counts.contains(where: { $0.count == count.count }) {
        throw line.error("'\(count.count)' stands twice", fix: "keep one of them")
      }
      counts.append(count)
    }
    if counts.isEmpty {
      throw node.error("no count is named", fix: "add { count: …, number: COLUMN, over: COLUMN }")
    }
    return UnitColumns(unit: unit, period: period, counts: counts)
  }
}

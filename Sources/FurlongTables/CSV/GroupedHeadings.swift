/// Headings in two rows, as merged cells give them: that of a group above those of its columns.
public enum GroupedHeadings {
  /// What stands between the heading of a group and that of a column.
  private static let between = " / "

  /// The two parts of a heading; nil where it has no group.
  public static func parts(of heading: String) -> (group: String, own: String)? {
    guard let sign = heading.ranges(of: between).last else { return nil }
    return (String(heading[..<sign.lowerBound]), String(heading[sign.upperBound...]))
  }

  /// The headings of the columns: `Term 1 / Week 5` where both rows say something, else what one of them says.
  ///
  /// - Parameters:
  ///   - groups: the cells of the upper row.
  ///   - own: those of the lower row.
  static func names(_ groups: [String], over own: [String]) -> [String] {
    let groups = spread(groups, over: own)
    return (0..<max(groups.count, own.count)).map { column in
      let group = groups.indices.contains(column) ? groups[column] : ""
      let name = own.indices.contains(column) ? own[column] : ""
      return group.isEmpty || name.isEmpty ? group + name : group + between + name
    }
  }

  /// Each group over all of its columns: of merged cells the first alone holds the text, up to the next group.
  ///
  /// A cell that has nothing below is the heading of its own column. Where neighbours are alike, they were spread already.
  static func spread(_ groups: [String], over own: [String]) -> [String] {
    let isSpread = zip(groups, groups.dropFirst()).contains { $0 == $1 && !$0.isEmpty }
    if isSpread { return groups }
    var found: [String] = []
    var group = ""
    for column in 0..<max(groups.count, own.count) {
      let cell = groups.indices.contains(column) ? groups[column] : ""
      let isOver = own.indices.contains(column) && !own[column].isEmpty
      if !cell.isEmpty { group = isOver ? cell : "" }
      found.append(cell.isEmpty && isOver ? group : cell)
    }
    return found
  }

  /// Whether headings that could stand alone need their groups: some stand twice and then no longer, or several groups stand
  /// over days, as the courses of a register do.
  static func areNeeded(_ groups: [String], over own: [String]) -> Bool {
    let (plain, full) = (
      own.filter { !$0.isEmpty }, names(groups, over: own).filter { !$0.isEmpty }
    )
    if Set(plain).count < plain.count { return Set(full).count == full.count }
    let spread = spread(groups, over: own)
    let under = own.indices.filter { !own[$0].isEmpty && spread[$0] != "" }
    return Set(under.map { spread[$0] }).count > 1
      && under.allSatisfy { looksLikeDay(own[$0]) }
  }

  private static let months: Set = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether a text is made as a day is: `24/09/2024`, `1 Oct`, `Tue 1 October`; `Week 1` is not.
  private static func looksLikeDay(_ text: String) -> Bool {
    guard text.count <= 30, text.contains(where: \.isNumber) else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return text.count(where: \.isNumber) > 2
      || words.contains { months.contains(String($0.prefix(3))) }
  }

  /// Whether a group stands over several columns.
  static func hasGroup(_ groups: [String], over own: [String]) -> Bool {
    let groups = spread(groups, over: own)
    return zip(groups, groups.dropFirst()).contains { $0 == $1 && !$0.isEmpty }
  }
}

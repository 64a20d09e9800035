/// Headings in two rows, as merged cells give them: that of a group above those of its columns.
enum GroupedHeadings {
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
      return group.isEmpty || name.isEmpty ? group + name : "\(group) / \(name)"
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

  /// Whether a group stands over several columns.
  static func hasGroup(_ groups: [String], over own: [String]) -> Bool {
    let groups = spread(groups, over: own)
    return zip(groups, groups.dropFirst()).contains { $0 == $1 && !$0.isEmpty }
  }
}

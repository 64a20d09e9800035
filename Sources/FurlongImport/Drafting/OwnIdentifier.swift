import FurlongScales

/// A list's column of ids that the college calls by a word of its own: `Wayfinder No.` over `WF/22/017`.
enum OwnIdentifier {
  /// The place of the column; nil where the list is none of people, has such ids by a usual name, or two columns could hold them.
  static func column(_ profiles: [ColumnProfile], _ roles: [ColumnRole]) -> Int? {
    let isOfPeople =
      roles.contains(.registered) || roles.contains(.birth)
      || roles.count { $0 == .identifying } > 1
    guard isOfPeople, !roles.contains(.studentID), !roles.contains(.localID) else { return nil }
    let found = profiles.indices.filter { place in
      [.other, .freeText].contains(roles[place]) && isOne(profiles[place])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a heading ends as those of ids do, over short codes of letters and digits that nearly all differ.
  private static func isOne(_ column: ColumnProfile) -> Bool {
    let words = column.words
    guard let last = words.words.last,
      ["no", "nr", "number", "id", "ref", "reference", "code", "card"].contains(last),
      words.words.count > 1,
      !words.says(
        "order", "ticket", "invoice", "booking", "phone", "telephone", "mobile", "course",
        "session",
        "room", "cost", "budget", "version", "form", "response", "house", "flat", "post code", "gp",
        "practice", "ward", "row", "event")
    else { return false }
    let codes = column.share { text in
      (3...16).contains(text.count) && text.contains(where: \.isNumber)
        && text.contains(where: \.isLetter)
    }
    return codes > 0.9 && column.filled * 10 >= column.rows * 9
      && (column.sample.beyond > 0 || column.different * 20 >= column.filled * 17)
  }
}

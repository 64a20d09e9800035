import FurlongScales

/// Items of instruments of which no score is made, since their keys are licensed: their totals are read in their place.
struct UnscoredItems {
  /// The headings of the items.
  private(set) var items: Set<String> = []
  /// What stands between the items and their total: a further question of the form, and no scale of its own.
  private(set) var between: Set<String> = []
  /// What a person should look at.
  private(set) var checks: [String] = []

  init(_ recognition: Recognition, _ sheet: ExportSheet) {
    for form in recognition.forms where form.doubts.contains(.onlyTotalIsScored) {
      let columns = form.answers.columns
      guard let first = columns.first, let last = columns.last else { continue }
      items.formUnion(columns.map(\.heading))
      let total = recognition.forms.lazy.compactMap { other -> Recognition.Column? in
        guard case .total(let column) = other.answers else { return nil }
        return other.scale == form.scale && other.occasion == form.occasion ? column : nil
      }.first
      guard let total else {
        checks.append(
          "'\(first.heading)' to '\(last.heading)' are the items of \(form.scale), of which Furlong makes no score, since their key is licensed: have the total in the export too."
        )
        continue
      }
      checks.append(
        "Of \(form.scale) the total in '\(total.heading)' is read, and not its items: their key is licensed."
      )
      guard last.place + 1 < total.place else { continue }
      let others = (last.place + 1..<total.place).filter {
        sheet.roles[$0] == .other && sheet.profiles[$0].isNumbers
          && !recognition.forms.flatMap(\.answers.columns).map(\.place).contains($0)
      }.map { sheet.profiles[$0].heading }
      // Many columns are another form.
      if others.count < 3 { between.formUnion(others) }
    }
  }
}

import FurlongForms
import FurlongStudy

/// Reads `occasions:`; windows may not overlap, and plans without dates need them only for forms with days from day 0.
struct OccasionsReader {
  /// Whether the exports have dates, so that occasions need windows.
  var dated: Bool

  func read(_ plan: FormTable) throws(FormError) -> [Occasion] {
    var occasions: [Occasion] = []
    for node in try plan.optional("occasions")?.list() ?? [] {
      let occasion = try node.table { table throws(FormError) in
        let says = try table.optional("from") != nil
        return Occasion(
          id: try table.text("id"), label: try table.text("label"),
          role: try table.word("is", Occasion.Role.self),
          window: dated || says ? try window(table) : nil)
      }
      try node.refuseTwice(occasion.id, in: occasions.map(\.id))
      if let window = occasion.window,
        let other = occasions.first(where: { overlaps($0.window, window) })
      {
        throw node.error(
          "the windows of '\(other.id)' and '\(occasion.id)' overlap",
          fix: "let each window end before the next begins: a form belongs to one occasion")
      }
      occasions.append(occasion)
    }
    return occasions
  }

  private func window(_ table: FormTable) throws(FormError) -> Occasion.Window {
    let window = Occasion.Window(
      from: try table.whole("from"), to: try table.whole("to"),
      nearestTo: try table.whole("nearest_to"))
    let years = -TimeLength.Unit.days.most...TimeLength.Unit.days.most
    guard years.contains(window.from), years.contains(window.to) else {
      throw table.node.error(
        "a window lies within 20 years of day 0, which are \(years.upperBound) days",
        fix: "write days from day 0, such as 'from: 60, to: 180, nearest_to: 120'")
    }
    guard window.from <= window.to, (window.from...window.to).contains(window.nearestTo) else {
      throw table.node.error(
        "a window runs from its first to its last day, and 'nearest_to' lies between",
        fix: "write days from day 0, such as 'from: 60, to: 180, nearest_to: 120'")
    }
    return window
  }

  private func overlaps(_ one: Occasion.Window?, _ other: Occasion.Window) -> Bool {
    guard let one else { return false }
    return one.from <= other.to && other.from <= one.to
  }
}

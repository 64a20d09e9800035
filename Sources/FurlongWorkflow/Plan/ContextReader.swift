import FurlongEvaluation
import FurlongForms
import FurlongStudy

/// Reads `context:`, what others publish of an event month by month.
struct ContextReader {
  /// The events that are counted of people.
  var events: [String]
  /// What is counted of units.
  var units: [String]
  /// Whether the exports have dates.
  var isDated: Bool

  func read(_ plan: FormTable) throws(FormError) -> [ContextSeries] {
    guard let node = try plan.optional("context") else { return [] }
    var found: [ContextSeries] = []
    for line in try node.list() {
      let series = try line.table { table throws(FormError) in try self.series(table) }
      try line.refuseTwice(series.id, in: found.map(\.id))
      found.append(series)
    }
    return found
  }

  private func series(_ table: FormTable) throws(FormError) -> ContextSeries {
    let event = try table.required("event")
    let name = try event.text()
    guard (events + units).contains(name) else {
      throw event.error(
        "there is no event '\(name)' in the plan, nor a count of units",
        fix: "write one of: \((events + units).joined(separator: ", "))")
    }
    guard isDated || units.contains(name) else {
      throw event.error(
        "what others publish is set beside days of the calendar, and the exports have no dates",
        fix: "take the series out")
    }
    let isPublic = try table.required("public")
    guard try isPublic.yes() else {
      throw isPublic.error(
        "a series that is not published may hold few people, and it would be shown as it stands",
        fix: "take what its keeper has published, and write 'public: yes'; or take the series out")
    }
    let (from, values) = try months(try table.required("months"))
    return ContextSeries(
      id: try table.text("id"), event: name, what: try table.text("what"),
      source: try table.text("source"), from: from, values: values)
  }

  /// A number a month, in order and without a gap.
  private func months(
    _ node: FormNode
  ) throws(FormError) -> (from: ContextSeries.Month, values: [Double]) {
    var from: ContextSeries.Month?
    var values: [Double] = []
    for entry in try node.entries() {
      guard let month = ContextSeries.Month(entry.key) else {
        throw entry.value.error(
          "'\(entry.key)' is not a month of the years 1900 to 2100",
          fix: "write year-month, such as 2024-03")
      }
      let first = from ?? month
      guard month.index == first.index + values.count else {
        let next = ContextSeries.Month(index: first.index + values.count)
        throw entry.value.error(
          "'\(month)' stands where '\(next)' belongs",
          fix: "write every month once, in order; a series with a gap begins after it")
      }
      let number = try entry.value.number()
      guard number >= 0 else {
        throw entry.value.error(
          "what is counted is not negative", fix: "write the number as it is published")
      }
      from = first
      values.append(number)
    }
    guard let from, values.count > 1 else {
      throw node.error(
        "a series has two months or more", fix: "write 'months: { 2024-03: 41.2, 2024-04: 40.8 }'")
    }
    return (from, values)
  }
}

import FurlongForms
import FurlongStudy

/// Reads `events:` and `windows:`, what is counted of service use and over which time.
struct EventsReader {
  func readEvents(_ plan: FormTable) throws(FormError) -> [EventKind] {
    var events: [EventKind] = []
    for node in try plan.optional("events")?.list() ?? [] {
      let event = try node.table { table throws(FormError) in
        EventKind(
          id: try table.text("id"), one: try table.text("one"), many: try table.text("many"),
          role: try table.word("role", OutcomeRole.self),
          transfers: try table.optional("transfers")?.word(Transfers.self) ?? .joined,
          homeLeave: try table.optionalWord("home_leave", HomeLeave.self))
      }
      try node.refuseTwice(event.id, in: events.map(\.id))
      events.append(event)
    }
    return events
  }

  func readWindows(_ plan: FormTable) throws(FormError) -> [ServiceWindow] {
    var windows: [ServiceWindow] = []
    for node in try plan.optional("windows")?.list() ?? [] {
      let window = try node.table { table throws(FormError) in
        let rate = try table.required("rate")
        guard try rate.text() == "per person-year" else {
          throw rate.error(
            "rates are counted per person-year only", fix: "write 'rate: per person-year'")
        }
        let label = try table.required("label")
        let window = ServiceWindow(
          id: try table.text("id"), label: try label.text(),
          before: try table.required("before").timeLength(),
          after: try table.required("after").timeLength())
        // Of two lengths one would be said of both sides.
        guard window.before == window.after || window.saysBothSides else {
          throw label.error(
            "the window is \(window.before) before and \(window.after) after, and its label does not say both",
            fix: "write 'label: \(window.before) before and \(window.after) after'")
        }
        return window
      }
      try node.refuseTwice(window.id, in: windows.map(\.id))
      guard ServiceWindow.original(of: window.id) == nil else {
        throw node.error(
          "'\(ServiceWindow.moved)' stands in the ids of windows that are moved to a landmark",
          fix: "give this window another id")
      }
      windows.append(window)
    }
    return windows
  }
}

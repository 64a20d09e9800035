import FurlongEvaluation
import FurlongForms
import FurlongImport
import FurlongStudy

/// The lines of a first plan about money, as comments: what the service cost, and in which year's prices, only the college knows.
struct CostsInPlan {
  private let registered: DayRange
  private let budgets: [Budget]
  /// The events that may be priced: a stay and its nights are the same money.
  private let priced: [String]

  /// The lines; nil where nothing can be priced.
  init?(_ facts: DraftFacts) {
    let asked = ["bed-day", "admission", "contact", "emergency-attendance", "crisis-contact"]
      .filter(facts.events.contains)
    guard let registered = facts.registered, !asked.isEmpty else { return nil }
    self.registered = registered
    budgets = facts.budgets
    priced = asked.contains("bed-day") ? asked.filter { $0 != "admission" } : asked
  }

  func add(to lines: inout RemarkedLines) {
    lines.add(
      "# What the service cost, and use of services (docs/guides/money.md): take the # away, here and in 'steps', once all is filled in."
    )
    lines.add("# costs:")
    lines.add(
      "#   price_year: \(FinancialYear(holding: registered.to).text)",
      "1 April to 31 March; everything is told in its prices")
    lines.add(
      "#   books: [our-trust]",
      "costs/our-trust.yaml: what one of each costs; costs/our-trust.yaml.example shows how. Without the line only what the service cost is told"
    )
    lines.add(
      "#   delivery:", "what the service itself cost, a line a heading, all of the same days")
    delivery(&lines)
    lines.add(
      "#   served: DECIDE",
      "by your own count; without the line, the students of the report who registered in that time")
    lines.add("#   cashable: no", "or a sentence: which budget is cut, by whom and when")
    lines.add("")
  }

  /// The lines of what the service cost: those of the one budget among the exports, else one to be filled in.
  private func delivery(_ lines: inout RemarkedLines) {
    guard let budget = budgets.first, budgets.count == 1 else {
      lines.add(
        "#     - { what: staff, pounds: DECIDE, period: \(Self.text(registered)), paid_by: DECIDE }"
      )
      return
    }
    let columns = budget.columns.map { "'\($0)'" }.joined(separator: " and ")
    let from = budget.columns.count == 1 ? "from the column \(columns)" : "\(columns) added up"
    for (place, line) in budget.lines.enumerated() {
      let pounds = line.pounds == line.pounds.rounded() ? "\(Int(line.pounds))" : "\(line.pounds)"
      lines.add(
        "#     - { what: \(YAMLText.word(line.what)), pounds: \(pounds), period: \(budget.days.map(Self.text) ?? "DECIDE"), paid_by: DECIDE }",
        Self.remark(
          place == 0 ? "check: \(from); other costs may stand elsewhere" : nil,
          line.isRough ? "check: the sheet gives a rough number" : nil))
    }
    if budget.income > 0 {
      lines.add(
        "#     # What comes in, £\(Int(budget.income.rounded())) in all, is no line of these and was not taken off them: what a service costs is what is paid for it, whoever pays."
      )
    }
  }

  private static func remark(_ parts: String?...) -> String? {
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  private static func text(_ days: DayRange) -> String { "{ from: \(days.from), to: \(days.to) }" }

  /// The step that asks about it.
  var step: String { "#  - { id: money, ask: money, events: [\(priced.joined(separator: ", "))] }" }
}

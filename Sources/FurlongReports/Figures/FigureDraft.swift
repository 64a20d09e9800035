import FurlongCharts
import FurlongDisclosure
import FurlongDocuments

/// A figure before it is drawn: the finding, the chart and the numbers behind it.
struct FigureDraft {
  /// A finding of more characters than this is no title.
  static let longestTitle = 190

  /// Its id in the document.
  var id: String
  /// The finding, without a full stop.
  var title: Prose
  /// What, who, when and how many.
  var subtitle: Prose
  /// What is drawn, after the finding and the main numbers, for those who do not see the figure.
  var spoken: String
  /// The chart.
  var chart: any Chart
  /// The numbers behind it.
  var table: Table
  /// Where the numbers come from and how they were made.
  var source: Prose
  /// Whether paper has its table alone.
  var isForScreens = false

  /// The figure, drawn for a column and for a phone.
  var block: Block {
    let title = self.title.plainText
    let alternative = TextAlternative.write(
      title, numbers: chart.mainNumbers, spoken, "The data are in the table below.")
    func draw(_ width: ChartWidth) -> String {
      chart.draw(
        id: "\(id)-\(width.rawValue)", title: title, description: alternative, width: width)
    }
    return .figure(
      Figure(
        id: id, title: self.title, subtitle: subtitle,
        drawing: Drawing(draw(.wide), narrow: draw(.narrow)), alternative: alternative,
        table: table.withNotes, source: source, isForScreens: isForScreens))
  }
}

extension Table {
  /// The table with the meaning of the marks that stand in its cells, and the reasons behind them.
  var withNotes: Table {
    let numbers = rows.flatMap(\.cells).flatMap(\.numbers)
    var copy = self
    if numbers.contains(where: { $0.text == "[c]" }) {
      copy.add("[c] means: not shown, because it rests on few people or would give them away.")
    }
    var reasons: [String] = []
    for number in numbers where number.text == "[x]" {
      if case .withheld(let reason) = number.value, !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    if !reasons.isEmpty {
      let why = reasons.joined(separator: "; ")
      copy.add(Prose("[x] means: cannot be had from these data: \(why)."))
    }
    return copy
  }

  private mutating func add(_ note: Prose) {
    if !notes.contains(note) { notes.append(note) }
  }
}

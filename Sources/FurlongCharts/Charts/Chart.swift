/// A chart as a declaration: values, labels already written by the caller, and nothing about
/// pixels.
public protocol Chart: Codable, Hashable, Sendable {
  /// Lays the chart out for a width of page.
  func scene(for width: ChartWidth) -> Scene

  /// The numbers that are looked for first, each in words that stand alone: for those who do not see the chart.
  ///
  /// What may not be shown is none of them.
  var mainNumbers: [String] { get }
}

extension Chart {
  /// Draws the chart as one SVG element, the same bytes for the same declaration.
  ///
  /// - Parameters:
  ///   - id: stands before every id inside the drawing; unique in the document that holds it.
  ///   - title: the finding, as a sentence: what a listener hears first.
  ///   - description: the text alternative: what is drawn, for whom, and its main numbers.
  ///   - width: the page that the chart is laid out for.
  /// - Returns: an `<svg>` element with `<title>` and `<desc>`, ending with a newline.
  public func draw(
    id: String, title: String, description: String, width: ChartWidth = .wide
  ) -> String {
    SVGWriter(id: id, title: title, description: description).write(scene(for: width))
  }
}

extension [String] {
  /// The same numbers with what all of them measure said once, before the first.
  func headed(by measure: String) -> [String] {
    prefix(1).map { "\(measure): \($0)" } + dropFirst()
  }
}

/// A number as printed, and beside it the number itself, or why there is none.
public struct ReportedNumber: Codable, Hashable, Sendable {
  /// Which fact it is, such as `change.swemwbs.mean`: the same in every form of the document.
  public var fact: String
  /// What is printed, such as "2.2" or "fewer than 5".
  public var text: String
  /// The number behind the text.
  public var value: NumberValue

  /// Makes a number.
  public init(_ text: String, fact: String, value: NumberValue) {
    self.fact = fact
    self.text = text
    self.value = value
  }
}

/// The number behind a printed text.
public enum NumberValue: Codable, Hashable, Sendable {
  /// A number that may be published.
  case released(Double)
  /// No number, and why: hidden to protect people, or not estimable.
  case withheld(reason: String)
}

/// One rate over another in words that ask for no arithmetic: `about a third fewer`, `about twice as many`.
///
/// It is made of the ratio as it is printed, so that it tells no more than the number does. "About" is within two hundredths
/// (of multiples, within a twentieth) of what is named; otherwise the words say on which side of it the ratio lies.
public struct RatioInWords: Sendable {
  /// After beside before: `about a third fewer`, `about half as many`, `nearly a fifth more`, `as many`.
  public let compared: String
  /// How far it went, after "fell" or "rose": `by about a third`, `to about twice as many`.
  public let moved: String

  /// The words for a ratio as it is printed.
  public init(_ printed: Double) {
    let amount = Self.named(abs(printed - 1), Self.parts)
    switch printed {
    case ...0: (compared, moved) = ("none", "to none")
    case ..<0.055: (compared, moved) = ("next to none", "to next to none")
    // Nearer to twice as many than to nine tenths more.
    case 1.95...:
      let times = Self.named(printed, Self.multiples)
      (compared, moved) = ("\(times) as many", "to \(times) as many")
    case 0.995..<1.005: (compared, moved) = ("as many", "by next to nothing")
    case 0.975..<1.025:
      (compared, moved) = (printed < 1 ? "slightly fewer" : "slightly more", "slightly")
    case 0.45...0.55:
      // Half is what is left as well as what is gone.
      (compared, moved) = (
        "\(Self.side(of: 0.5, printed, "fewer than")) half as many", "by \(amount)"
      )
    case ..<1: (compared, moved) = ("\(amount) fewer", "by \(amount)")
    default: (compared, moved) = ("\(amount) more", "by \(amount)")
    }
  }

  private typealias Named = (value: Double, words: String)

  private static let parts: [Named] = [
    (0.05, "a twentieth"), (0.1, "a tenth"), (1.0 / 6, "a sixth"), (0.2, "a fifth"),
    (0.25, "a quarter"), (1.0 / 3, "a third"), (0.4, "two fifths"), (0.5, "half"),
    (0.6, "three fifths"), (2.0 / 3, "two thirds"), (0.75, "three quarters"),
    (0.8, "four fifths"), (0.9, "nine tenths"),
  ]

  private static let multiples: [Named] = [
    (2, "twice"), (2.5, "two and a half times"), (3, "three times"), (4, "four times"),
    (5, "five times"),
  ]

  /// What lies nearest, and on which side of it the number lies.
  private static func named(_ number: Double, _ names: [Named]) -> String {
    let nearest = names.min { abs($0.value - number) < abs($1.value - number) }
    guard let nearest else { return "" }
    return "\(side(of: nearest.value, number)) \(nearest.words)"
  }

  /// `about`, `nearly` or `more than`.
  private static func side(
    of name: Double, _ number: Double, _ below: String = "nearly"
  ) -> String {
    // A hair more than the tolerance, for numbers that binary fractions miss.
    let near = name < 1.5 ? 0.0201 : 0.0501 * name
    if abs(number - name) <= near { return "about" }
    return number < name ? below : "more than"
  }
}

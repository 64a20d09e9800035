/// What things cost at Saltmarsh: two books of prices and an index, all invented.
public struct SaltmarshCosts {
  /// A price of one event.
  struct Price {
    var event: String
    /// Pounds of 2023/24 in the first book.
    var full: Double
    /// Pounds of 2024/25 in the second.
    var marginal: Double
  }

  static let prices = [
    Price(event: "bed-day", full: 480, marginal: 120),
    Price(event: "contact", full: 160, marginal: 60),
  ]

  /// By how many percent prices changed into 2024/25, the plan's year.
  static let change = 4.0

  /// A price of the first book in the plan's year.
  static func pounds(of price: Price) -> Double { price.full * (1 + change / 100) }

  /// What use cost after minus before, pounds a person-year by the first book, for each part of the windows.
  public static var truths: [KnownTruth] {
    EventTally.Window.allCases.flatMap { window in
      EventTally.Part.allCases.map { truth(SaltmarshTruths.published, $0, in: window) }
    }
  }

  static func truth(
    _ truths: KnownTruths, _ part: EventTally.Part = .whole, in window: EventTally.Window = .year
  ) -> KnownTruth {
    func difference(_ value: KeyPath<KnownTruth, Double>) -> Double {
      prices.reduce(0) { sum, price in
        func rate(_ measure: String) -> Double {
          truths.truth(
            outcome: price.event, occasion: window.id, measure: measure, part: part.rawValue
          )
          .map { $0[keyPath: value] } ?? .nan
        }
        return sum + pounds(of: price) * (rate("rate_after") - rate("rate_before"))
      }
    }
    return KnownTruth(
      question: "money", outcome: "saltmarsh-trust", occasion: window.id,
      measure: "cost_difference", part: part.rawValue, unit: "pounds_per_person_year",
      estimated: difference(\.estimated), did: difference(\.did))
  }

  /// The files of `costs/`.
  static var files: [ExampleFile] {
    [
      ExampleFile(path: "costs/saltmarsh-trust.yaml", text: trust),
      ExampleFile(path: "costs/saltmarsh-marginal.yaml", text: marginal),
      ExampleFile(path: "costs/indices/saltmarsh-prices.yaml", text: index),
    ]
  }

  private static func lines(_ pounds: (Price) -> Double, _ year: String, _ counts: String)
    -> String
  {
    prices.map { price in
      "  - event: \(price.event)\n    pounds: \(ReadmeText.number(pounds(price), 0))\n    price_year: \(year)\n"
        + "    counts: \(counts)\n    borne_by: mental health trust\n    source: invented for this example\n"
    }.joined()
  }

  private static var trust: String {
    """
    furlong_costs: 1
    id: saltmarsh-trust
    name: the trust’s own full prices
    checked: 2025-09-12                # when a person last held these prices against their sources
    index: saltmarsh-prices            # costs/indices/saltmarsh-prices.yaml moves them to the plan's year
    unit_costs:
    \(lines(\.full, "2023/24", "full"))
    """
  }

  private static var marginal: String {
    """
    furlong_costs: 1
    id: saltmarsh-marginal
    name: short-run (marginal) prices
    checked: 2025-09-12
    unit_costs:
    \(lines(\.marginal, "2024/25", "marginal"))
    """
  }

  private static var index: String {
    """
    furlong_index: 1
    id: saltmarsh-prices
    name: Saltmarsh health prices
    edition: edition of 2025
    source: invented for this example
    changes:                           # percent, into the year
      2023/24: 5.1
      2024/25: \(ReadmeText.number(change, 1))
    provisional: [2024/25]

    """
  }
}

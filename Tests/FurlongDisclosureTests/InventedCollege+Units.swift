import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  /// Some colleges ask what changed on wards.
  static func tellsUnits(_ seed: UInt64) -> Bool { seed.isMultiple(of: 5) }

  /// Counts of wards by month; from a stream of its own, so that all else of a seed stays as it was.
  static func units(seed: UInt64) -> UnitRatesFinding<Unreleased> {
    var draws = Draws(state: seed &+ 0x0A4D)
    let wards = (0..<Int.random(in: 1...4, using: &draws)).map { _ -> [Int: (Int, Double)] in
      let most = Int.random(in: 1...14, using: &draws)
      return Dictionary(
        uniqueKeysWithValues: (Array(-10...(-1)) + Array(1...8)).map { month in
          let count = Int.random(in: 0...(month < 0 ? most : (most + 1) / 2), using: &draws)
          return (month, (count, Double(Int.random(in: 280...310, using: &draws))))
        })
    }
    return units(of: wards)
  }

  /// What the evaluation finds of wards, month by month: how often something happened, over how many bed days.
  static func units(of wards: [[Int: (count: Int, over: Double)]]) -> UnitRatesFinding<Unreleased> {
    let used = PeopleCount.units(wards.count, of: "restraint")
    func number(_ value: Double, _ interval: Interval? = nil) -> FoundAnswer {
      .estimated(Estimate(value, used: used, eligible: used, interval: interval))
    }
    func sum(_ wards: [[Int: (count: Int, over: Double)]], _ isIn: (Int) -> Bool)
      -> (count: Int, over: Double)
    {
      wards.reduce((0, 0)) { sum, ward in
        ward.filter { isIn($0.key) }.values.reduce(sum) { ($0.0 + $1.count, $0.1 + $1.over) }
      }
    }
    func ratio(_ wards: [[Int: (count: Int, over: Double)]]) -> FoundAnswer {
      let (before, after) = (sum(wards) { $0 < 0 }, sum(wards) { $0 > 0 })
      guard before.count > 0, after.count > 0 else {
        return .notEstimable(.nothingHappened, used: used, eligible: used)
      }
      let value = Double(after.count) / after.over / (Double(before.count) / before.over)
      return number(value, Interval(low: value / 1.7, high: value * 1.7, level: 0.95))
    }
    func row(_ name: String?, _ wards: [[Int: (count: Int, over: Double)]])
      -> UnitRatesFinding<Unreleased>.Row
    {
      let (before, after) = (sum(wards) { $0 < 0 }, sum(wards) { $0 > 0 })
      return .init(
        unit: name, began: name.flatMap { _ in CalendarDay(iso: "2024-04-01") },
        monthsBefore: wards.reduce(0) { $0 + $1.keys.count { $0 < 0 } },
        monthsAfter: wards.reduce(0) { $0 + $1.keys.count { $0 > 0 } },
        answers: Answers { measure in
          switch measure {
          case .countBefore: number(Double(before.count))
          case .countAfter: number(Double(after.count))
          case .overBefore: number(before.over)
          case .overAfter: number(after.over)
          case .rateBefore: number(Double(before.count) / before.over * 1_000)
          case .rateAfter: number(Double(after.count) / after.over * 1_000)
          case .ratio: ratio(wards)
          }
        })
    }
    let shared = (wards.first?.keys.sorted() ?? []).filter { month in
      wards.allSatisfy { $0[month] != nil }
    }
    let months = shared.map { month -> (number: Int, count: Int, over: Double) in
      let found = sum(wards) { $0 == month }
      return (month, found.count, found.over)
    }
    let rates = months.filter { $0.number < 0 }.map { Double($0.count) / $0.over * 1_000 }.sorted()
    let median = rates.isEmpty ? 0 : (rates[(rates.count - 1) / 2] + rates[rates.count / 2]) / 2
    let after = months.filter { $0.number > 0 }
    let isRun = after.allSatisfy { Double($0.count) / $0.over * 1_000 < median }
    let most = wards.indices.max {
      sum([wards[$0]]) { _ in true }.count < sum([wards[$1]]) { _ in true }.count
    }
    return UnitRatesFinding(
      one: "ward", many: "wards", what: "the programme",
      outcomes: [
        .init(
          count: .init(
            id: "restraint", one: "restraint", many: "restraints", role: .primary,
            over: "bed days", per: 1_000),
          rows: (wards.count == 1 ? [] : [row(nil, wards)])
            + wards.indices.map { row("ward \($0)", [wards[$0]]) },
          leftOut: [:],
          largest: wards.count > 1
            ? most.map { most in
              .init(
                unit: "ward \(most)",
                ratioWithout: ratio(wards.indices.filter { $0 != most }.map { wards[$0] }))
            } : nil,
          months: months.map { month in
            .init(
              number: month.number,
              answers: Answers { measure in
                switch measure {
                case .count: number(Double(month.count))
                case .over: number(month.over)
                case .rate: number(Double(month.count) / month.over * 1_000)
                }
              })
          }, median: number(median),
          signals: isRun && !after.isEmpty
            ? [.init(isUp: false, months: after.map(\.number))] : [])
      ])
  }
}

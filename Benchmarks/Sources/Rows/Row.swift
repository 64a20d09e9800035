import FurlongStatistics
import FurlongStories
import FurlongStudy

/// One analysis that ours and the peers do on the same input, and what it answers.
public struct Row: Sendable {
  /// The name that the peers' scripts know too.
  public let name: String
  /// The analysis, on so many threads: numbers with names.
  public let answer: @Sendable (InputTable, Int) throws -> [String: Double]

  /// Every row, by name.
  public static let all: [Row] = [
    Row(name: "bca-mean-change") { input, threads in
      let bootstrap = PairedBootstrap(bootstrap: draws(threads))
      return limits(
        try bootstrap.meanChange(from: input.column("before"), to: input.column("after")))
    },
    Row(name: "bca-dz") { input, threads in
      let bootstrap = PairedBootstrap(bootstrap: draws(threads))
      return limits(try bootstrap.dz(from: input.column("before"), to: input.column("after")))
    },
    Row(name: "sign-flip") { input, threads in
      let changes = zip(input.column("before"), input.column("after")).map { $1 - $0 }
      let test = try SignFlipTest(draws: 10_000, seed: 1, threads: threads).test(changes)
      return ["estimate": test.estimate, "p": test.p]
    },
    Row(name: "label-permutation") { input, threads in
      let test = try LabelPermutationTest(draws: 10_000, seed: 1, threads: threads).compare(
        Array(input.column("before").prefix(250)), to: Array(input.column("before").suffix(250)))
      return ["estimate": test.estimate, "p": test.p]
    },
    Row(name: "paired-scales") { input, _ in
      var sums: [String: Double] = [:]
      for scale in 0..<100 {
        let change = try PairedTTest().change(
          from: input.column("b\(scale)"), to: input.column("a\(scale)"))
        let variances = change.sdBefore * change.sdBefore + change.sdAfter * change.sdAfter
        sums["t", default: 0] += change.t
        sums["p", default: 0] += change.p
        sums["dz", default: 0] += change.meanChange / change.sdChange
        sums["dav", default: 0] += change.meanChange / (variances / 2).squareRoot()
      }
      return sums
    },
    Row(name: "paired-scales-intervals") { input, _ in
      var sums: [String: Double] = [:]
      var (low, high): ([Double], [Double]) = ([], [])
      for scale in 0..<100 {
        let change = try PairedTTest().change(
          from: input.column("b\(scale)"), to: input.column("a\(scale)"))
        let dz = try StandardisedMeanChange().dz(of: change)
        let dav = try StandardisedMeanChange().dav(of: change)
        low.append(dz.interval.low)
        high.append(dz.interval.high)
        sums["t", default: 0] += change.t
        sums["p", default: 0] += change.p
        sums["dz", default: 0] += dz.estimate
        sums["dav", default: 0] += dav.estimate
        sums["dav_low", default: 0] += dav.interval.low
        sums["dav_high", default: 0] += dav.interval.high
      }
      // The middle of all, as a peer's search may miss the limits of single scales.
      sums["dz_low"] = (low.sorted()[49] + low.sorted()[50]) / 2
      sums["dz_high"] = (high.sorted()[49] + high.sorted()[50]) / 2
      return sums
    },
    Row(name: "rate-ratio") { input, threads in
      let drawn = PersonDraws(bootstrap: draws(threads)).draw([events("contact", input)])
      return limits(try drawn[0].get().ratio().bootstrap)
    },
    Row(name: "rates-of-a-step") { input, threads in
      let kinds = ["contact", "admission", "bed_day", "detention"]
      let drawn = try PersonDraws(bootstrap: draws(threads))
        .draw(kinds.map { events($0, input) }).map { try $0.get() }
      var sum = 0.0
      for persons in drawn {
        sum += try persons.rateBefore().rate.estimate + persons.rateAfter().rate.estimate
        sum += try persons.difference().estimate + persons.ratio().ratio
      }
      return limits(try drawn[0].ratio().bootstrap).merging(["sum": sum]) { first, _ in first }
    },
    Row(name: "signed-rank") { input, _ in
      let changes = zip(input.column("before"), input.column("after")).map { $1 - $0 }
      let test = try WilcoxonSignedRank().test(changes)
      return ["w": test.wPlus, "p": test.p]
    },
    Row(name: "agreement-by-story") { input, threads in
      try agreement(by: .story, input, threads)
    },
    Row(name: "agreement-by-span") { input, threads in
      try agreement(by: .span, input, threads)
    },
  ]

  /// Every figure of six themes and over all, with its interval; the sums of α, and the last theme's interval.
  private static func agreement(
    by unit: StoryAgreement.Unit, _ input: InputTable, _ threads: Int
  ) throws -> [String: Double] {
    guard let book = try Codebook.shipped("chime-d") else { return [:] }
    let themes = ComparedCodes.themes(of: book)
    var method = StoryAgreement(on: themes, by: unit, seed: 1)
    method.threads = threads
    let answer = try method.compare(input.stories(themes.ids))
    let alphas = answer.codes.compactMap(\.figures.alpha.value)
    let last = answer.codes.last?.figures.alpha
    return [
      "sum": alphas.reduce(0, +), "estimate": last?.value ?? .nan, "low": last?.low ?? .nan,
      "high": last?.high ?? .nan,
    ]
  }

  private static func events(
    _ kind: String, _ input: InputTable
  ) -> (before: PersonEvents, after: PersonEvents) {
    (
      PersonEvents(
        events: input.column("\(kind)_before"), time: input.column("days_before")),
      PersonEvents(events: input.column("\(kind)_after"), time: input.column("days_after"))
    )
  }

  private static func draws(_ threads: Int) -> Bootstrap {
    Bootstrap(draws: 10_000, seed: 1, threads: threads)
  }

  private static func limits(_ estimate: BootstrapEstimate) -> [String: Double] {
    [
      "estimate": estimate.estimate, "low": estimate.bca?.low ?? .nan,
      "high": estimate.bca?.high ?? .nan,
    ]
  }
}

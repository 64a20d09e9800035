import FurlongNumerics
import FurlongStatistics

/// The intervals of agreement on spans by drawing whole texts, and what they should hold; n is the texts.
///
/// A list of 2,000 invented texts, drawn from with replacement: the coefficients of the list are the truth.
struct CoverageOfSpans {
  /// A sample's bootstraps, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var spans: BootstrapEstimate?
    var characters: BootstrapEstimate?
  }

  private let list: [CodedText]

  init() {
    var stream = RandomStream(seed: 20_261_122, stream: 2)
    list = (0..<2_000).map { _ in Self.text(&stream) }
  }

  static func designs() throws -> [CoverageDesign] {
    let texts = CoverageOfSpans()
    return [
      CoverageDesign(try texts.intervals(), of: "two coders of texts", seed: 180) {
        texts.sample($0, &$1)
      }
    ]
  }

  /// A text of 60 to 199 words, with a passage in either half more often than not; two coders find four of
  /// five passages, begin and end them a few words off, and mistake the code of one in ten.
  private static func text(_ stream: inout RandomStream) -> CodedText {
    let length = 60 + stream.integer(below: 140)
    var coders: [[CodedSpan]] = [[], []]
    for half in 0..<2 where stream.bernoulli(0.6) {
      let start = half * length / 2 + 5 + stream.integer(below: length / 8)
      let end = start + 6 + stream.integer(below: length / 8)
      let own = stream.integer(below: 2)
      for coder in 0..<2 where stream.bernoulli(0.8) {
        let code = stream.bernoulli(0.1) ? 1 - own : own
        coders[coder].append(
          CodedSpan(
            code: code == 0 ? "hope" : "work", start: start + stream.integer(below: 4),
            end: end + stream.integer(below: 4)))
      }
    }
    return CodedText(length: length, coders: coders)
  }

  private func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let texts = (0..<count).map { _ in list[stream.integer(below: list.count)] }
    let bootstrap = AgreementBootstrap(Bootstrap(draws: 99, seed: stream.word()))
    return Drawn(
      spans: try? bootstrap.estimate(of: texts, coefficient: Self.spans).estimate,
      characters: try? bootstrap.estimate(of: texts, coefficient: Self.characters).estimate)
  }

  private static func spans(_ spans: CodedSpans) throws(StatisticsError) -> Double? {
    try UnitizingAlpha().agreement(of: spans).alpha
  }

  private static func characters(_ spans: CodedSpans) throws(StatisticsError) -> Double? {
    try CharacterAgreement().agreement(on: "hope", of: spans).alpha
  }

  private func intervals() throws -> [CoveredInterval<Drawn>] {
    let whole = try CodedSpans(list)
    let (spans, characters) = (
      try Self.spans(whole) ?? .nan, try Self.characters(whole) ?? .nan
    )
    return [
      CoveredInterval(
        name: "uα of spans, bootstrap, percentiles", truth: spans,
        make: { $0.spans?.percentile }),
      .reported("uα of spans", truth: spans, { $0.spans }),
      CoveredInterval(
        name: "α of a code, character by character, bootstrap, percentiles", truth: characters,
        make: { $0.characters?.percentile }),
      .reported("α of a code, character by character", truth: characters, { $0.characters }),
    ]
  }
}

import FurlongNumerics
import FurlongStatistics

/// A class of people measured twice, lower being better; whole points, so that ties occur.
func peopleMeasuredTwice(_ seed: Int, _ count: Int = 30) -> (before: [Double], after: [Double]) {
  var stream = RandomStream(seed: UInt64(seed), stream: 0)
  var before: [Double] = []
  var after: [Double] = []
  for _ in 0..<count {
    let own = stream.normal(mean: 25, sd: 8)
    before.append((own + stream.normal(sd: 4)).rounded())
    after.append((0.9 * own - 2 + stream.normal(sd: 4)).rounded())
  }
  return (before, after)
}

typealias ReliableChangeJudge =
  @Sendable ([Double], [Double], ReferenceScores, BetterScores) throws -> JudgedChanges

/// Every method that judges persons against a group, by name.
let reliableChangeMethods: [(name: String, judge: ReliableChangeJudge)] = [
  (
    "Jacobson–Truax",
    {
      try JacobsonTruax(reliability: 0.8, sd: $2.sdBefore).judge(from: $0, to: $1, better: $3)
    }
  ),
  (
    "Gulliksen–Lord–Novick",
    {
      try GulliksenLordNovick(reliability: 0.8).judge(
        from: $0, to: $1, reference: $2, better: $3)
    }
  ),
  (
    "Hsu–Linn–Lord",
    { try HsuLinnLord(reliability: 0.8).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "Edwards–Nunnally",
    { try EdwardsNunnally(reliability: 0.8).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "Nunnally–Kotsch",
    {
      try NunnallyKotsch(reliabilityBefore: 0.8, reliabilityAfter: 0.85).judge(
        from: $0, to: $1, reference: $2, better: $3)
    }
  ),
  (
    "Hageman–Arrindell",
    { try HagemanArrindell(reliability: 0.9).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "practice-adjusted",
    { try PracticeAdjustedChange().judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "regression-based",
    { try RegressionBasedChange().judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
]

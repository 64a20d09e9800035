/// How far people's later scores lie from their true scores before, as these are estimated.
///
/// What the methods after Kelley share: they differ in the error that they divide by.
struct TrueScoreDepartures {
  /// One departure a person, in points: later minus expected.
  let points: [Double]
  /// The error of measurement before, in the people of the reference.
  let error: ErrorOfMeasurement

  /// Takes complete pairs and the population that the people come from.
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the population; its scores before are used.
  ///   - reliability: before, strictly between 0 and 1.
  ///   - shift: what everybody's later score is expected to differ by, in points.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the reference, `outsideRange`.
  init(
    from before: [Double], to after: [Double], reference: ReferenceScores, reliability: Double,
    shift: Double = 0
  ) throws(StatisticsError) {
    try JudgedChanges.require(before, after)
    error = try reference.error(reliability: reliability)
    let kelley = try KelleyEstimate(mean: reference.meanBefore, error: error)
    points = zip(before, after).map { $1 - (kelley.expected(after: $0) + shift) }
  }
}

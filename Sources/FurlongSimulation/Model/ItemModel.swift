public import FurlongNumerics

/// A scale of items as a graded response model: each answer is a cut of a normal latent answer.
///
/// ```
/// latent answer = loading · trait + √(1 − loading²) · ε,   ε ~ N(0, 1)
/// answer        = lowest + how many of (threshold + shift of the item) lie below the latent answer
/// ```
///
/// With a trait of variance 1 the latent answers correlate at loading² between items, which gives the
/// sum of seven items at a loading of .775 a Cronbach's α of about .9.
public struct ItemModel: Sendable {
  /// Where the answers part, ascending, in standard deviations of the latent answer.
  public var thresholds: [Double]
  /// What each item adds to the thresholds: how hard it is to agree with.
  public var shifts: [Double]
  /// Correlation of the latent answer with the trait, between 0 and 1.
  public var loading: Double
  /// The code of the lowest answer.
  public var lowest: Int

  /// Makes the model of one scale.
  public init(thresholds: [Double], shifts: [Double], loading: Double, lowest: Int) {
    self.thresholds = thresholds
    self.shifts = shifts
    self.loading = loading
    self.lowest = lowest
  }

  /// Draws one person's answers to every item.
  ///
  /// - Parameters:
  ///   - trait: the person's place, in standard deviations.
  ///   - stream: where the chance comes from.
  public func answers(trait: Double, from stream: inout RandomStream) -> [Int] {
    let noise = (1 - loading * loading).squareRoot()
    var answers: [Int] = []
    answers.reserveCapacity(shifts.count)
    for shift in shifts {
      let place = loading * trait + noise * stream.normal() - shift
      var answer = lowest
      for threshold in thresholds where threshold < place { answer += 1 }
      answers.append(answer)
    }
    return answers
  }
}

import Foundation

/// The truths of Greyfell: properties of its model, the same for every seed.
///
/// Beside those of the scales there are, of each life outcome, the share in a sought state before and
/// after, how much it changed, and the shares of all who gained and lost one; and of the feedback the
/// share of the forms that would recommend.
public enum GreyfellTruths {
  /// The truths as they were computed once with `compute(students: 400_000, seed: 1)`.
  public static let published: KnownTruths = {
    let data = Data(PackageResources.greyfell_truths_json)
    guard let truths = try? JSONDecoder().decode(KnownTruths.self, from: data) else {
      preconditionFailure("Greyfell/Texts/greyfell.truths.json does not hold truths")
    }
    return truths
  }()

  /// Computes the truths from the model itself: simulates many students and measures them.
  ///
  /// The same students give both columns: with the forms that came back, and with all of them.
  ///
  /// - Parameters:
  ///   - students: how many are simulated; 400 000 give the mean changes to about 0.01 points and the
  ///     shares to about 0.001.
  ///   - seed: of the simulation.
  public static func compute(students: Int, seed: UInt64) -> KnownTruths {
    var simulation = GreyfellTruthSimulation(seed: seed)
    for index in 0..<students { simulation.add(student: UInt64(index)) }
    return simulation.truths(students: students)
  }
}

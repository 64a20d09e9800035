import Foundation

/// The truths of the saltmarsh college: properties of its model, the same for every seed.
public enum SaltmarshTruths {
  /// The truths as they were computed once with `compute(students: 1_000_000, seed: 1)`.
  public static let published: KnownTruths = {
    let data = Data(PackageResources.truths_json)
    guard let truths = try? JSONDecoder().decode(KnownTruths.self, from: data) else {
      preconditionFailure("Saltmarsh/Texts/truths.json does not hold truths")
    }
    return truths
  }()

  /// Computes the truths from the model itself: simulates many students and measures them.
  ///
  /// The same students give both columns: with the forms that came back and with all of them; with a
  /// peak of service use and without. Ratios are of totals, which is what the ratio of a college's
  /// rates estimates.
  ///
  /// - Parameters:
  ///   - students: how many are simulated; a million give the mean changes to about 0.01 points and the
  ///     ratio of admissions to about 1 %.
  ///   - seed: of the simulation.
  ///   - parameters: the college.
  public static func compute(
    students: Int, seed: UInt64, parameters: CollegeParameters = .saltmarsh
  ) -> KnownTruths {
    var simulation = TruthSimulation(parameters)
    for index in 0..<students { simulation.add(student: UInt64(index), seed: seed) }
    return simulation.truths(students: students, seed: seed)
  }
}

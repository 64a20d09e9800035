import Foundation
import FurlongNumerics
import FurlongStatistics

/// A sample of persons on two occasions, with its paired change.
struct PairedSample: Sendable {
  var before: [Double]
  var after: [Double]
  var change: PairedChange

  /// Each person's change.
  var differences: [Double] { zip(before, after).map { $1 - $0 } }

  init(_ persons: [SIMD2<Double>]) throws {
    (before, after) = (persons.map(\.x), persons.map(\.y))
    change = try PairedTTest().change(from: before, to: after)
  }
}

/// A population of persons on two occasions.
///
/// Normal scores are drawn from their distribution. The others are lists of 20,000 persons, drawn from with
/// replacement, so that what is true of them is a sum over the list and not an integral.
struct PairedPopulation: Sendable {
  var name: String
  /// The list; nil for normal scores, of spread 1, correlation 0.6 and mean change 0.5.
  var persons: [SIMD2<Double>]?

  static let normal = PairedPopulation(name: "normal")

  /// Totals from 0 to 20 in whole points, with ties and with people at both ends.
  static let likert = PairedPopulation(name: "whole points with ties") { z in
    let scores = SIMD2(10, 12) + 4.5 * z
    return SIMD2(scores.x.rounded(), scores.y.rounded()).clamped(
      lowerBound: SIMD2(0, 0), upperBound: SIMD2(20, 20))
  }

  /// Lognormal scores: skewness 3.7 and more.
  static let skewed = PairedPopulation(name: "skewed") { z in
    SIMD2(exp(0.8 * z.x), exp(0.8 * z.y + 0.4))
  }

  static let all = [normal, likert, skewed]

  private init(name: String, made: ((SIMD2<Double>) -> SIMD2<Double>)? = nil) {
    self.name = name
    persons = made.map { made in
      var stream = RandomStream(seed: 20_261_122, stream: 0)
      return (0..<20_000).map { _ in made(Self.normalPair(&stream)) }
    }
  }

  /// Two standard normal numbers with correlation 0.6.
  static func normalPair(_ stream: inout RandomStream) -> SIMD2<Double> {
    let first = stream.normal()
    return SIMD2(first, 0.6 * first + 0.8 * stream.normal())
  }

  /// A person of the population.
  func person(_ stream: inout RandomStream) -> SIMD2<Double> {
    if let persons { return persons[stream.integer(below: persons.count)] }
    return Self.normalPair(&stream) + SIMD2(0, 0.5)
  }

  /// A sample of persons.
  func sample(_ count: Int, _ stream: inout RandomStream) throws -> PairedSample {
    try PairedSample((0..<count).map { _ in person(&stream) })
  }

  /// A sample of persons whose first score lies below 0, the mean of normal ones.
  func chosen(_ count: Int, _ stream: inout RandomStream) throws -> PairedSample {
    var persons: [SIMD2<Double>] = []
    while persons.count < count {
      let person = person(&stream)
      if person.x < 0 { persons.append(person) }
    }
    return try PairedSample(persons)
  }

  /// The whole list as one sample, whose statistics are the population's but for 1 in 20,000.
  func whole() throws -> PairedSample? {
    try persons.map(PairedSample.init)
  }
}

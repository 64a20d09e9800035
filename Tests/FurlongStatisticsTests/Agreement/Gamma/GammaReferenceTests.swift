import FurlongStatistics
import FurlongTestSupport
import Testing

extension ReferenceRecord {
  /// The weights of place, code and the empty unit.
  fileprivate var dissimilarity: UnitDissimilarity {
    let weights = data["weights"].numbers
    return UnitDissimilarity(position: weights[0], category: weights[1], emptyUnit: weights[2])
  }
}

/// pygamma-agreement keeps ends, dissimilarities and disorders in 32 bits, which round each step by up to 6e-8:
/// three steps to a dissimilarity, some twenty to a disorder.
@Suite("Gamma agrees with pygamma and with integer programming", .agreement("gamma"))
struct GammaReferenceTests {
  @Test(
    "two units, in place, in code and together", .tags(.reference),
    arguments: try ReferenceRecords.all("gamma.json", "pygamma_"))
  func pairs(record: ReferenceRecord) throws {
    let dissimilarity = record.dissimilarity
    let coders = record.data["text"].codedText.coders.map { $0 ?? [] }
    let pairs = record.expected["pairs"].rows.map { $0.map { $0 ?? .nan } }
    #expect(pairs.count >= 8)
    for pair in pairs {
      let first = coders[Int(pair[0])][Int(pair[1])]
      let second = coders[Int(pair[2])][Int(pair[3])]
      expectClose(dissimilarity.positional(first, second), pair[4], relative: 2e-7)
      expectClose(dissimilarity.categorical(first, second), pair[5], relative: 1e-15)
      expectClose(dissimilarity.between(first, second), pair[6], relative: 2e-7)
    }
  }

  @Test(
    "the best alignment", .tags(.reference),
    arguments: try ReferenceRecords.all("gamma.json", "pygamma_"))
  func alignment(record: ReferenceRecord) throws {
    let best = BestAlignment(record.dissimilarity)
    let disorder = try best.align([record.data["text"].codedText]).disorder
    expectClose(disorder ?? .nan, record.expected["disorder"], relative: 1e-6)
  }

  @Test(
    "the best alignments of coders by chance", .tags(.reference),
    arguments: try ReferenceRecords.all("gamma.json", "pygamma_"))
  func samples(record: ReferenceRecord) throws {
    let best = BestAlignment(record.dissimilarity)
    let disorders = try record.data["samples"].list.map {
      try best.align([$0.codedText]).disorder ?? .nan
    }
    #expect(disorders.count == 10)
    expectClose(disorders, record.expected["samples"], relative: 1e-6)
  }

  @Test(
    "gamma, against the disorder that pygamma expects", .tags(.reference),
    arguments: try ReferenceRecords.all("gamma.json", "pygamma_"))
  func gamma(record: ReferenceRecord) throws {
    let method = GammaCoefficient(BestAlignment(record.dissimilarity), seed: 1)
    let answer = try method.agreement(
      of: [record.data["text"].codedText], expected: record.expected["by_chance"].number)
    expectCoefficient(answer.gamma, record.expected["gamma"], relative: 1e-6)
    #expect(answer.undefined == nil && answer.continua == 0)
  }

  @Test(
    "the smallest disorder of all alignments", .tags(.reference),
    arguments: try ReferenceRecords.all("gamma.json", "milp_"))
  func smallest(record: ReferenceRecord) throws {
    let best = BestAlignment(record.dissimilarity)
    let disorder = try best.align([record.data["text"].codedText]).disorder
    expectClose(disorder ?? .nan, record.expected["disorder"], relative: 1e-13)
  }
}

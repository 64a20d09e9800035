import FurlongStatistics
public import FurlongStudy

/// How far two coders agree on one code, story by story.
public struct CodeAgreement: Codable, Sendable, Equatable {
  /// Why there is no kappa.
  public enum Undefined: Codable, Sendable, Equatable {
    /// The codings do not come from two coders.
    case notTwoCoders(found: Int)
    /// No story was read by both.
    case noCommonStories
    /// Both coders gave the code to every story, or to none.
    case noVariation
  }

  /// The code's id.
  public var code: String
  /// Stories that both coders read.
  public var stories: Int
  /// Stories in which both found it.
  public var foundByBoth: Int
  /// Stories in which only one of them found it.
  public var foundByOne: Int
  /// Cohen's κ; nil where it is undefined.
  public var kappa: Double?
  /// Why there is no κ; nil where there is one.
  public var undefined: Undefined?
}

/// Compares two coders on each code, over the stories that both read.
///
/// The unit is the story: the code was found in it, or not. A coder has read a story if any row says so, a row
/// for "nothing found" included.
///
/// Cohen 1960, doi:10.1177/001316446002000104.
public struct CoderAgreement: Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// The agreement on each code, in the order of `codes`.
  ///
  /// - Parameters:
  ///   - codings: rows of an export: story, coder, code or nothing found. Order and repeats carry no meaning.
  ///   - codes: the ids of the codes to compare.
  /// - Returns: one entry a code; without κ unless exactly two coders have rows.
  public func compare(_ codings: [CodingRecord], codes: [String]) -> [CodeAgreement] {
    var found: [String: [String: Set<String>]] = [:]
    for coding in codings {
      found[coding.coder, default: [:]][coding.story, default: []].formUnion(
        coding.code.map { [$0] } ?? [])
    }
    let coders = found.keys.sorted()
    guard coders.count == 2, let first = found[coders[0]], let second = found[coders[1]] else {
      return codes.map { without($0, .notTwoCoders(found: coders.count)) }
    }
    var pairs: [(Set<String>, Set<String>)] = []
    for (story, codes) in first {
      if let other = second[story] { pairs.append((codes, other)) }
    }
    return codes.map { agreement(on: $0, pairs) }
  }

  /// How many stories at least two coders read.
  public func storiesReadByTwo(_ codings: [CodingRecord]) -> Int {
    var coders: [String: Set<String>] = [:]
    for coding in codings { coders[coding.story, default: []].insert(coding.coder) }
    return coders.values.count { $0.count >= 2 }
  }

  private func agreement(
    on code: String, _ pairs: [(Set<String>, Set<String>)]
  ) -> CodeAgreement {
    var table = [[0, 0], [0, 0]]
    for (first, second) in pairs {
      table[first.contains(code) ? 0 : 1][second.contains(code) ? 0 : 1] += 1
    }
    // The table is square and its counts are not negative: only an empty one is refused.
    guard let kappa = try? CohenKappa().agreement(table) else {
      return without(code, .noCommonStories)
    }
    return CodeAgreement(
      code: code, stories: kappa.units, foundByBoth: table[0][0],
      foundByOne: table[0][1] + table[1][0], kappa: kappa.kappa,
      undefined: kappa.kappa == nil ? .noVariation : nil)
  }

  private func without(_ code: String, _ why: CodeAgreement.Undefined) -> CodeAgreement {
    CodeAgreement(
      code: code, stories: 0, foundByBoth: 0, foundByOne: 0, kappa: nil, undefined: why)
  }
}

import FurlongStatistics
import FurlongStudy

/// How far coders agree on stories: code by code, and over all codes.
///
/// Compared are the stories that every compared coder read; where some were read by two or more and not by all, α over these
/// stands beside it. Nobody is called a coder of a story who has not read it. Intervals come from drawing whole stories with a seed, as the characters of a story are not independent
/// of each other. The order of stories, marks and codes changes nothing, nor does the number of threads.
/// docs/methods/coders-of-stories.md says what each figure is and when it misleads.
public struct StoryAgreement: Sendable, Equatable {
  /// What is compared.
  public enum Unit: String, Codable, Sendable, CaseIterable {
    /// Whether a code was found in a story at all.
    case story
    /// Which characters of the stories have a code, and in which stretches.
    case span
  }

  /// The fewest stories that give intervals.
  public static let fewestStories = 10

  /// The codes compared.
  public var codes: ComparedCodes
  /// What is compared.
  public var unit: Unit
  /// The coders compared; nil for all who read any story.
  public var coders: [String]?
  /// How many samples of stories are drawn for the intervals; 0 for no intervals.
  public var resamples = 1_000
  /// Where the draws begin.
  public var seed: UInt64
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence = 0.95
  /// How many threads share the draws.
  public var threads = 1

  /// Chooses what is compared, and the seed of the draws.
  public init(on codes: ComparedCodes, by unit: Unit, seed: UInt64) {
    self.codes = codes
    self.unit = unit
    self.seed = seed
  }

  /// The agreement on each code and over all.
  ///
  /// - Parameter stories: all stories that anybody read.
  /// - Returns: an answer also where there is nothing to compare: it says why.
  /// - Throws: where a stretch leaves its story, or for a confidence or a number of resamples that gives no interval.
  public func compare(
    _ stories: [ReadStory]
  ) throws(StoryAgreementError) -> AgreementOnStories {
    try checkChoices()
    let coders = Set(self.coders ?? stories.flatMap(\.coders.keys)).sorted()
    let texts = try texts(of: stories, coders)
    var answer = AgreementOnStories(
      unit: unit, coders: coders, stories: 0, length: 0, resamples: resamples, seed: seed,
      confidence: confidence)
    guard coders.count >= 2 else {
      answer.undefined = .oneCoder(found: coders.count)
      return answer
    }
    let drawn = AgreementBootstrap(
      Bootstrap(draws: resamples, seed: seed, confidence: confidence, threads: threads),
      fewest: Self.fewestStories)
    let intervals = resamples > 0 ? drawn : nil
    let readByAll = texts.filter { $0.length > 0 && !$0.coders.contains { $0 == nil } }
    let readByTwo = texts.filter { $0.length > 0 && $0.coders.count { $0 != nil } >= 2 }
    do {
      if readByTwo.count > readByAll.count {
        answer.fill(try AnyCodersAlpha(intervals).agreement(of: readByTwo, on: codes.ids))
      }
      if readByAll.isEmpty {
        answer.undefined = .noCommonStories
      } else {
        answer.fill(try TextsAgreement(intervals).agreement(of: readByAll, on: codes.ids))
      }
    } catch {
      throw .tooLong(String(describing: error))
    }
    return answer
  }

  private func checkChoices() throws(StoryAgreementError) {
    if !(confidence > 0 && confidence < 1) { throw .confidence(confidence) }
    let needed = Int((2 / (1 - confidence) - 1e-9).rounded(.up)) - 1
    if resamples != 0 && resamples < needed {
      throw .resamples(resamples, needed: needed)
    }
  }

  /// The stories as texts of characters or of one unit each; nil for a coder who did not read one.
  private func texts(
    of stories: [ReadStory], _ coders: [String]
  ) throws(StoryAgreementError) -> [CodedText] {
    var texts: [CodedText] = []
    for story in stories {
      var found: [[CodedSpan]?] = []
      for coder in coders {
        guard let marks = story.coders[coder] else {
          found.append(nil)
          continue
        }
        var spans: [CodedSpan] = []
        for mark in marks {
          let end = mark.span?.end ?? 0
          if end > story.length { throw .leavesStory(end: end, length: story.length) }
          guard let code = codes.code(for: mark.code) else { continue }
          switch unit {
          case .story: spans.append(CodedSpan(code: code, start: 0, end: 1))
          case .span where story.length > 0:
            spans.append(
              CodedSpan(
                code: code, start: mark.span?.start ?? 0, end: mark.span?.end ?? story.length))
          case .span: break
          }
        }
        found.append(spans)
      }
      texts.append(CodedText(length: unit == .story ? 1 : story.length, coders: found))
    }
    return texts
  }
}

/// Why the agreement on stories cannot be told.
public enum StoryAgreementError: Error, Equatable, CustomStringConvertible {
  /// A stretch ends behind its story.
  case leavesStory(end: Int, length: Int)
  /// No confidence.
  case confidence(Double)
  /// Too few resamples for the confidence.
  case resamples(Int, needed: Int)
  /// More text than can be counted.
  case tooLong(String)

  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .leavesStory(let end, let length):
      "a coded stretch ends at \(end), but its story has \(length) characters; import the story and its "
        + "codings again"
    case .confidence(let confidence):
      "an interval cannot have a confidence of \(confidence); ask for one between 0 and 1, like 0.95"
    case .resamples(let resamples, let needed):
      "\(resamples) resamples are too few for this confidence; ask for \(needed) or more, or for 0 to have no "
        + "intervals"
    case .tooLong(let why): "the stories cannot be compared: \(why)"
    }
  }
}

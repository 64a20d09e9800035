public import FurlongStudy

/// Chooses the story that is quoted for a code.
///
/// Each story has a rank that depends on the code's id, the story's id and the seed alone; the least rank is
/// chosen. So neither the order of rows nor a pseudonym nor anybody's taste decides.
///
/// ```
/// h    = FNV-1a, 64 bit, of: code id, 0x1F, story id, 0x1F, seed (8 bytes, least first)
/// rank = the finishing steps of SplitMix64 on h
/// ```
///
/// FNV alone leaves ranks of similar ids close together; the finishing steps spread them.
public struct QuoteSelection: Sendable, Equatable {
  /// The seed of the study.
  public let seed: UInt64

  /// A selection with a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// The story to quote for a code; nil where there is none.
  ///
  /// - Parameters:
  ///   - code: the code's id.
  ///   - stories: the stories that may be quoted and in which the code was found, in any order.
  ///   - shown: ids of stories that are quoted already; they are chosen only where nothing else is left.
  public func choose(
    code: String, among stories: [StoryRecord], shown: Set<String> = []
  ) -> StoryRecord? {
    let fresh = stories.filter { !shown.contains($0.id) }
    return (fresh.isEmpty ? stories : fresh).min {
      let left = rank(code: code, story: $0.id)
      let right = rank(code: code, story: $1.id)
      return left == right ? $0.id < $1.id : left < right
    }
  }

  /// The rank of a story for a code.
  public func rank(code: String, story: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in code.utf8 { take(byte) }
    take(0x1F)
    for byte in story.utf8 { take(byte) }
    take(0x1F)
    for shift in stride(from: 0, to: 64, by: 8) { take(UInt8(truncatingIfNeeded: seed >> shift)) }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

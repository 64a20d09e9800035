/// The seed of draws: the plan's seed and the name of what they are for.
///
/// So the draws of a question do not depend on which others are answered before it.
struct DrawSeed {
  var plan: UInt64

  /// The seed of what these parts name.
  ///
  /// FNV-1a over the parts, mixed with the plan's seed by the finaliser of SplitMix64 (Steele, Lea & Flood 2014,
  /// doi:10.1145/2714064.2660195). Swift's own hashes differ from run to run.
  func seed(for parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      // A byte that no UTF-8 text holds, so that ("ab", "c") and ("a", "bc") differ.
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    var mixed = (plan &+ 0x9e37_79b9_7f4a_7c15) ^ hash
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

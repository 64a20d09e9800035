/// The counter-based random function Philox4x32 with ten rounds.
///
/// A bijection of the 128-bit counter for each 64-bit key: equal counters and keys give equal words on
/// every machine and in any order, which makes results independent of the number of threads.
///
/// Source: Salmon, Moraes, Dror & Shaw 2011, Parallel random numbers: as easy as 1, 2, 3,
/// doi:10.1145/2063384.2063405. Agrees with the known answers of the authors' Random123.
public enum Philox4x32 {
  /// Four 32-bit words, each in the low half of a 64-bit one.
  public typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// The four words that belong to a counter under a key.
  ///
  /// - Parameters:
  ///   - counter: four words below 2³², the least significant first.
  ///   - key: two words below 2³², the least significant first.
  public static func words(counter: Words, key: (UInt64, UInt64)) -> Words {
    // Words stay in 64 bits: products need them, and it spares the narrowing conversions.
    let low: UInt64 = 0xFFFF_FFFF
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    var round = 0
    while true {
      let p0 = 0xD251_1F53 &* c0
      let p1 = 0xCD9E_8D57 &* c2
      c0 = (p1 &>> 32) ^ c1 ^ k0
      c1 = p1 & low
      c2 = (p0 &>> 32) ^ c3 ^ k1
      c3 = p0 & low
      round &+= 1
      if round == 10 { return (c0, c1, c2, c3) }
      k0 = (k0 &+ 0x9E37_79B9) & low
      k1 = (k1 &+ 0xBB67_AE85) & low
    }
  }
}

/// Uniform numbers made of random bits, whoever makes the bits.
enum UniformDraw {
  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  @inline(__always)
  static func share(_ bits: UInt64) -> Double {
    Double(bits &>> 11) * 0x1p-53
  }

  /// A whole number from 0 to below a bound, each with the same probability.
  ///
  /// Without bias (Lemire 2019, doi:10.1145/3230636): a draw is repeated where the bound does not divide the range of the words.
  ///
  /// - Parameters:
  ///   - bound: from 1 to 2³².
  ///   - word: the next 32 random bits.
  @inline(__always)
  static func integer(below bound: UInt64, _ word: () -> UInt64) -> Int {
    var product = word() &* bound
    if product & 0xFFFF_FFFF < bound {
      let unfair = (0x1_0000_0000 &- bound) % bound
      while product & 0xFFFF_FFFF < unfair { product = word() &* bound }
    }
    return Int(product &>> 32)
  }
}

import FurlongNumerics
import FurlongStatistics

extension Bootstrap {
  /// A sample's own draws, from a seed of its stream.
  ///
  /// The smaller the sample the further out lie the limits of BCa: so it has the more draws, 1,999 of 10 to
  /// 199 of 200.
  static func drawn(
    for count: Int, most: Int = 1_999, from stream: inout RandomStream
  ) -> Bootstrap {
    Bootstrap(
      draws: max(199, (most + 1) * 10 / count - 1), seed: stream.word())
  }
}

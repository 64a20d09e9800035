import Dispatch
import FurlongNumerics

/// Numbered draws that some threads share, each taking a run of them.
///
/// A draw depends on nothing but its number, so the answers are the same for any number of threads.
struct DrawShares {
  let threads: Int

  init(threads: Int) {
    self.threads = max(1, threads)
  }

  /// So many values for each of the draws, one draw after the other.
  ///
  /// - Parameters:
  ///   - draws: how many draws there are.
  ///   - width: how many values each has.
  ///   - work: writes the values of a run of draws, those of the run's first draw at the start.
  func values(
    of draws: Int, width: Int = 1,
    _ work: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    // One thread has no more than all draws, and many threads no fewer than one each.
    let shares = min(threads, max(1, draws))
    return [Double](unsafeUninitializedCapacity: draws * width) { buffer, written in
      buffer.initialize(repeating: 0)
      // Shares are apart from each other, which the compiler cannot see.
      nonisolated(unsafe) let all = buffer
      if shares == 1 {
        work(0..<draws, all)
      } else {
        DispatchQueue.concurrentPerform(iterations: shares) { share in
          let run = (draws * share / shares)..<(draws * (share + 1) / shares)
          work(
            run,
            UnsafeMutableBufferPointer(
              rebasing: all[(run.lowerBound * width)..<(run.upperBound * width)]))
        }
      }
      written = draws * width
    }
  }
}

/// How one draw of persons is made: from a stream into a buffer of person numbers, saying how many.
typealias PersonDraw = @Sendable (inout RandomStream, UnsafeMutableBufferPointer<Int>) -> Int

extension Bootstrap {
  /// The statistics of all draws in order, `width` a draw; NaN stands where one is undefined.
  func statistics(
    upTo capacity: Int, width: Int = 1, drawn draw: PersonDraw,
    _ statistic: @Sendable (UnsafeBufferPointer<Int>, UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    let seed = seed
    return DrawShares(threads: threads).values(of: draws, width: width) { run, values in
      guard var place = values.baseAddress else { return }
      let persons = UnsafeMutableBufferPointer<Int>.allocate(capacity: capacity)
      defer { persons.deallocate() }
      for number in run {
        var stream = RandomStream(seed: seed, stream: UInt64(number))
        let count = draw(&stream, persons)
        statistic(UnsafeBufferPointer(rebasing: persons[..<count]), place)
        place += width
      }
    }
  }

  /// The same for a statistic of one value, which may be undefined.
  func replicates(
    upTo capacity: Int, drawn draw: PersonDraw,
    _ statistic: @Sendable (UnsafeBufferPointer<Int>) -> Double?
  ) -> [Double] {
    statistics(upTo: capacity, drawn: draw) { persons, place in
      place.pointee = statistic(persons) ?? .nan
    }
  }
}

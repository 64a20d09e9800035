import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of time to an event, and what they should hold.
///
/// Events come at a constant rate, half of them within a year; a third of people are lost from view, at any time in two years, the
/// others when these are over.
enum CoverageOfTimes {
  static func designs() -> [CoverageDesign] {
    [
      CoverageDesign(
        shares + [median], of: "half within a year, a third lost from view", seed: 47
      ) { size, stream in
        try KaplanMeier().curve(of: (0..<size).map { _ in person(&stream) })
      }
    ]
  }

  private static func person(_ stream: inout RandomStream) -> WatchedTime {
    let event = -log2(1 - stream.uniform())
    let lost = stream.uniform() < 1 / 3.0 ? 2 * stream.uniform() : 2
    return WatchedTime(time: min(event, lost), happened: event <= lost)
  }

  private static let shares: [CoveredInterval<SurvivalCurve>] = [0.5, 1, 1.5].map { time in
    CoveredInterval(
      name: "share by \(time) of a year, Kaplan and Meier", truth: 1 - exp2(-time),
      make: { try $0.share(by: time).interval })
  }

  /// Without an upper limit it reaches as far as time does.
  private static let median = CoveredInterval<SurvivalCurve>(
    name: "median time, Brookmeyer and Crowley", truth: 1,
    make: { curve in
      let median = curve.median()
      return median.low.map {
        ConfidenceInterval(low: $0, high: median.high ?? .infinity, level: median.level)
      }
    })
}

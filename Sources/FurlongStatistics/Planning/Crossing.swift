import FurlongNumerics

/// Finds where a function of Statistics crosses zero.
struct Crossing {
  /// The root between two points of different sign; errors of the function pass through.
  func between(
    _ low: Double, and high: Double, of function: (Double) throws(StatisticsError) -> Double
  ) throws(StatisticsError) -> Double {
    var failure: StatisticsError?
    do throws(NumericsError) {
      return try BracketedRoot().between(low, and: high) { (x) throws(NumericsError) in
        do throws(StatisticsError) {
          return try function(x)
        } catch {
          failure = failure ?? error
          throw .notComputable(function: "power")
        }
      }
    } catch {
      throw failure ?? .numerics(error)
    }
  }
}

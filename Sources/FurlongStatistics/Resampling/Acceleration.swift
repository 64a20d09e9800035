/// How fast the standard error of a statistic changes with its value: Efron's a, by leaving out one at a time.
struct Acceleration {
  let value: Double

  /// Efron's a of one sample.
  ///
  /// ```
  /// a = Σ(θ̄. − θ₍ᵢ₎)³ / (6 (Σ(θ̄. − θ₍ᵢ₎)²)^1.5)
  /// ```
  ///
  /// - Parameter left: the statistic without each person, site or pair.
  /// - Returns: nil where one of them is not finite, or all are equal.
  init?(leavingOut left: [Double]) {
    let mean = left.reduce(0, +) / Double(left.count)
    var squares = 0.0
    var cubes = 0.0
    for value in left {
      let influence = mean - value
      squares += influence * influence
      cubes += influence * influence * influence
    }
    self.init(cubes, squares)
  }

  /// The a of independent groups.
  ///
  /// ```
  /// U_ji = (n_j − 1)(θ̄_j. − θ_j₍ᵢ₎)      a = ⅙ Σ_j Σ_i U³/n_j³ / (Σ_j Σ_i U²/n_j²)^1.5
  /// ```
  ///
  /// Davison & Hinkley 1997, §5.3, doi:10.1017/CBO9780511802843; what scipy's `bootstrap` computes.
  ///
  /// - Parameter groups: the statistic without each person of each group.
  init?(leavingOutOfGroups groups: [[Double]]) {
    var squares = 0.0
    var cubes = 0.0
    for left in groups {
      let count = Double(left.count)
      let mean = left.reduce(0, +) / count
      for value in left {
        let influence = (count - 1) * (mean - value) / count
        squares += influence * influence
        cubes += influence * influence * influence
      }
    }
    self.init(cubes, squares)
  }

  private init?(_ cubes: Double, _ squares: Double) {
    let scale = squares * squares.squareRoot()
    guard scale > 0 && scale.isFinite && cubes.isFinite else { return nil }
    value = cubes / (6 * scale)
  }
}

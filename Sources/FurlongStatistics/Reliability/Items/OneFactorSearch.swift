import Foundation
import FurlongNumerics

/// The search for the maximum of the one-factor likelihood of a correlation matrix.
struct OneFactorSearch {
  /// Uniquenesses go no lower than this share of an item's variance; one that ends here is Heywood's.
  static let floor = 1e-4

  private let matrix: SymmetricMatrix
  private(set) var point: OneFactorPoint
  private(set) var taken = 0

  init(_ correlations: SymmetricMatrix) {
    matrix = correlations
    // The first principal component, by powers from the column that goes most with the others.
    let columns = (0..<correlations.order).map { column in
      (0..<correlations.order).map { correlations[column, $0] }
    }
    func size(_ vector: [Double]) -> Double {
      vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    var direction = columns.max { size($0) < size($1) } ?? []
    var length = size(direction)
    for _ in 0..<60 {
      direction = correlations.times(direction.map { $0 / length })
      length = size(direction)
    }
    let loadings = direction.map { 0.9 * $0 / length.squareRoot() }
    point = OneFactorPoint(
      loadings: loadings, uniquenesses: loadings.map { max(0.05, 1 - $0 * $0) }, of: correlations)
  }

  /// Steps until a step is nothing but rounding.
  mutating func run(steps: Int) -> FactorOutcome {
    while taken < steps {
      taken += 1
      guard let step = step() else { return .notConverged }
      let size = step.map { abs($0) }.max() ?? 0
      if size <= 1e-12 { return place }
      // Where no step lowers what rounding leaves, a small one means that this is the place.
      guard let next = lower(along: step) else { return size <= 1e-7 ? place : .notConverged }
      point = next
    }
    return .notConverged
  }

  /// What a point is from which no step leads on.
  private var place: FactorOutcome {
    let low = point.uniquenesses.indices.filter { atFloor($0) }
    return low.isEmpty ? .converged : .heywood(low)
  }

  private func atFloor(_ item: Int) -> Bool { point.uniquenesses[item] <= Self.floor }

  /// A step in which no uniqueness at the floor goes lower.
  private func step() -> [Double]? {
    let k = matrix.order
    let slopes = point.slopes(matrix)
    var held = Set((0..<k).filter { atFloor($0) && slopes.gradient[k + $0] > 0 })
    while let step = slopes.step(holding: held) {
      let lower = (0..<k).filter { atFloor($0) && step[k + $0] < 0 }
      if lower.isEmpty { return step }
      held.formUnion(lower)
    }
    return nil
  }

  /// The first of a step and its halves that makes the discrepancy no larger than rounding does.
  private func lower(along step: [Double]) -> OneFactorPoint? {
    let k = matrix.order
    // As far as the first uniqueness that would pass the floor.
    var share = 1.0
    for item in 0..<k where point.uniquenesses[item] + step[k + item] < Self.floor {
      share = min(share, (Self.floor - point.uniquenesses[item]) / step[k + item])
    }
    for _ in 0..<50 {
      let next = OneFactorPoint(
        loadings: (0..<k).map { point.loadings[$0] + share * step[$0] },
        uniquenesses: (0..<k).map {
          let moved = point.uniquenesses[$0] + share * step[k + $0]
          return moved < Self.floor * (1 + 1e-9) ? Self.floor : moved
        },
        of: matrix)
      if next.discrepancy <= point.discrepancy + point.rounding { return next }
      share /= 2
    }
    return nil
  }
}

/// Loadings and uniquenesses, and how far their covariances are from those observed.
struct OneFactorPoint {
  let loadings: [Double]
  let uniquenesses: [Double]
  /// log|Σ| + tr(SΣ⁻¹).
  let discrepancy: Double
  /// What rounding can change in it.
  let rounding: Double
  /// Loadings over uniquenesses, and their sum with the loadings: the parts of Sherman–Morrison.
  private let scaled: [Double]
  private let information: Double

  init(loadings: [Double], uniquenesses: [Double], of matrix: SymmetricMatrix) {
    self.loadings = loadings
    self.uniquenesses = uniquenesses
    scaled = zip(loadings, uniquenesses).map { $0 / $1 }
    information = zip(loadings, scaled).reduce(0) { $0 + $1.0 * $1.1 }
    var sum = log1p(information)
    var size = sum
    let projected = matrix.times(scaled)
    for i in loadings.indices {
      sum += log(uniquenesses[i]) + matrix[i, i] / uniquenesses[i]
      sum -= scaled[i] * projected[i] / (1 + information)
      size += matrix[i, i] / uniquenesses[i]
    }
    discrepancy = sum
    rounding = 8 * Double.ulpOfOne * size
  }

  /// First and second derivatives by loadings, then by uniquenesses.
  func slopes(_ matrix: SymmetricMatrix) -> OneFactorSlopes {
    let k = loadings.count
    // W = Σ⁻¹, Q = WSW, both times the loadings too.
    var w = SymmetricMatrix(order: k)
    for i in 0..<k {
      for j in 0...i { w[i, j] = -scaled[i] * scaled[j] / (1 + information) }
      w[i, i] += 1 / uniquenesses[i]
    }
    let rows = (0..<k).map { i in matrix.times((0..<k).map { w[i, $0] }) }
    var q = SymmetricMatrix(order: k)
    for i in 0..<k {
      let row = w.times(rows[i])
      for j in 0...i { q[i, j] = row[j] }
    }
    let (wl, ql) = (w.times(loadings), q.times(loadings))
    let (a, b) = zip(loadings, zip(wl, ql)).reduce((0.0, 0.0)) {
      ($0.0 + $1.0 * $1.1.0, $0.1 + $1.0 * $1.1.1)
    }
    var gradient = [Double](repeating: 0, count: 2 * k)
    var fisher = SymmetricMatrix(order: 2 * k)
    var own = fisher
    for i in 0..<k {
      gradient[i] = 2 * (wl[i] - ql[i])
      gradient[k + i] = w[i, i] - q[i, i]
      for j in 0..<k {
        let (wij, qij) = (w[i, j], q[i, j])
        if j <= i {
          let expected = 2 * (wl[i] * wl[j] + wij * a)
          let cross = 2 * (wl[i] * ql[j] + ql[i] * wl[j] + b * wij + a * qij)
          fisher[i, j] = expected
          own[i, j] = cross - expected + 2 * (wij - qij)
          fisher[k + i, k + j] = wij * wij
          own[k + i, k + j] = wij * (2 * qij - wij)
        }
        fisher[i, k + j] = 2 * wij * wl[j]
        own[i, k + j] = 2 * (wij * ql[j] + qij * wl[j] - wij * wl[j])
      }
    }
    return OneFactorSlopes(gradient: gradient, own: own, fisher: fisher)
  }
}

/// The derivatives of the one-factor discrepancy at a point.
struct OneFactorSlopes {
  let gradient: [Double]
  /// The second derivatives themselves.
  let own: SymmetricMatrix
  /// Those expected where the model holds, which are always positive definite in theory.
  let fisher: SymmetricMatrix

  /// Newton's step, or Fisher's, in which some uniquenesses stay where they are.
  func step(holding held: Set<Int>) -> [Double]? {
    let k = gradient.count / 2
    let fixed = held.map { $0 + k }
    var right = gradient.map { -$0 }
    for place in fixed { right[place] = 0 }
    for matrix in [own, fisher] {
      var reduced = matrix
      for place in fixed {
        for other in gradient.indices { reduced[place, other] = place == other ? 1 : 0 }
      }
      if let factor = try? CholeskyFactor(of: reduced) { return factor.solve(right) }
    }
    return nil
  }
}

/// Why a number could not be computed.
///
/// Numerics never hands out NaN: what has no answer is one of these.
public enum NumericsError: Error, Equatable, Sendable {
  /// An argument lies where the function is not defined; `expected` says where it is.
  case outsideDomain(function: String, argument: String, value: Double, expected: String)
  /// The arguments are allowed, but the computation overflowed or did not converge.
  case notComputable(function: String)
  /// The function has the same sign at both ends, so that a root between them is not certain.
  case noSignChange(low: Double, high: Double, atLow: Double, atHigh: Double)
  /// The allowed number of evaluations did not bring the root to the accuracy asked for.
  case tooManyEvaluations(allowed: Int)
  /// A row of a symmetric matrix is a combination of those before it, or the matrix is no variance.
  case notPositiveDefinite(row: Int, order: Int)
  /// Columns of a matrix are combinations of each other: all that take part, counted from 0.
  case rankDeficient(rank: Int, of: Int, columns: [Int])
}

extension NumericsError: CustomStringConvertible {
  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .outsideDomain(let function, let argument, let value, let expected):
      "\(function): \(argument) is \(value), but must be \(expected)."
    case .notComputable(let function):
      "\(function) could not be computed for these arguments: they are too extreme."
    case .noSignChange(let low, let high, let atLow, let atHigh):
      "No root is certain between \(low) and \(high): the function is \(atLow) and \(atHigh) there. "
        + "Widen the bracket."
    case .tooManyEvaluations(let allowed):
      "The root was not found in \(allowed) evaluations. Allow more or narrow the bracket."
    case .notPositiveDefinite(let row, let order):
      "Row \(row + 1) of \(order) of a matrix depends on the rows before it. Leave it out."
    case .rankDeficient(let rank, let count, let columns):
      "Columns \(columns.map { "\($0 + 1)" }.joined(separator: ", ")) of \(count) of a matrix depend on each "
        + "other. Leave \(count - rank) of them out."
    }
  }
}

/// Throws what was expected of an argument that does not meet a condition.
func require(
  _ condition: Bool, _ function: String, _ argument: String, _ value: Double, _ expected: String
) throws(NumericsError) {
  if condition { return }
  throw .outsideDomain(
    function: function, argument: argument, value: value, expected: expected)
}

/// Gives back a number that is finite, or throws that it could not be computed.
func finite(_ value: Double, _ function: String) throws(NumericsError) -> Double {
  if value.isFinite { return value }
  throw .notComputable(function: function)
}

/// Throws unless a number is one: infinite is allowed, NaN is not.
func requireNumber(_ x: Double, _ function: String) throws(NumericsError) {
  try require(!x.isNaN, function, "x", x, "a number")
}

/// Throws unless a probability lies strictly between 0 and 1.
func requireProbability(_ p: Double, _ function: String) throws(NumericsError) {
  try require(p > 0 && p < 1, function, "p", p, "strictly between 0 and 1")
}

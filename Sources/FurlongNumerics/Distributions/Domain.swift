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

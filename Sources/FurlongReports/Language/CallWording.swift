extension Call {
  /// What one could say, were this all that is left: `we could not tell`.
  var left: String {
    switch self {
    case .cannotTell, .notShown: "we could not tell"
    case .up: "it would have risen"
    case .down: "it would have fallen"
    }
  }
}

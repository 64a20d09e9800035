/// How the interval of a difference of two proportions is made.
public enum DifferenceInterval: String, Codable, CaseIterable, Sendable {
  /// Of Wilson's limits of each: Newcombe 1998, method 10. The choice where nothing speaks for another.
  case newcombe
  /// d ± z SE: too narrow for small groups and near 0 and 1; for comparing with what others print.
  case wald
  /// Wald's, with a yes and a no added to each group: Agresti & Caffo 2000, doi:10.1080/00031305.2000.10474560.
  case agrestiCaffo = "agresti_caffo"
  /// The differences that a score test does not exclude: Mee 1984.
  case mee
  /// As `mee`, with N/(N − 1) in the variance: Miettinen & Nurminen 1985, doi:10.1002/sim.4780040211.
  case miettinenNurminen = "miettinen_nurminen"
}

/// How the interval of a ratio of two proportions is made.
public enum RatioInterval: String, Codable, CaseIterable, Sendable {
  /// Symmetric in the logarithm: Katz 1978. Needs a yes in each group.
  case katz
  /// As `katz` with ½ added to counts and sizes, in the ratio too: for groups without a yes.
  case halfAdded = "half_added"
  /// The ratios that a score test does not exclude: Koopman 1984. The choice for small groups.
  case koopman
  /// As `koopman`, with N/(N − 1) in the variance: Miettinen & Nurminen 1985.
  case miettinenNurminen = "miettinen_nurminen"
}

/// How an odds ratio and its interval are made.
public enum OddsInterval: String, Codable, CaseIterable, Sendable {
  /// Symmetric in the logarithm: Woolf 1955. Needs a yes and a no in each group.
  case woolf
  /// As `woolf` with ½ added to every cell, in the odds ratio too: Haldane 1956, Anscombe 1956.
  case haldaneAnscombe = "haldane_anscombe"
}

/// How many stories there are.
public enum StoriesMeasure: String, Codable, FindingMeasure {
  /// Stories of people in the population.
  case stories
  /// Stories that two coders read.
  case codedByTwo

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .stories: Measure("stories", .count, .events)
    case .codedByTwo: Measure("stories_coded_by_two", .count, .events)
    }
  }

  static let storytellers = Measure("storytellers", .count, .people)
  static let nothingFound = Measure("nothing_found", .count, .people)
  static let quotable = Measure("quotable", .count, .people)
  static let withTheme = Measure("people_with_theme", .count, .people)
  static let withThemeByAll = Measure("people_with_theme_all_coders", .count, .people)
  static let people = [storytellers, nothingFound, quotable, withTheme, withThemeByAll]
}

/// What is measured of a theme.
public enum ThemeMeasure: FindingMeasure {
  /// The share of those who told a story that was coded.
  case share
  /// Cohen's κ of the two coders over the stories that both read.
  case agreement

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .share: Measure("share_with_theme", .share, .proportion, .wilson)
    case .agreement: Measure("agreement", .ratio, .coefficient, .cohenKappa)
    }
  }
}

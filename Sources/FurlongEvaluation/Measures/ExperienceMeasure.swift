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
  static let withBothForms = Measure("people_with_both_forms", .count, .people)
  static let people = [
    storytellers, nothingFound, quotable, withTheme, withThemeByAll, withBothForms,
  ]
}

/// What is measured of a theme.
public enum ThemeMeasure: FindingMeasure {
  /// The share of those who told a story that was coded.
  case share
  /// Cohen's κ of two coders, Conger's of more, over the stories that all of them read.
  case agreement

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .share: Measure("share_with_theme", .share, .proportion, .wilson)
    case .agreement: Measure("agreement", .ratio, .coefficient, .cohenKappa)
    }
  }

  /// Krippendorff's α over all themes: a mean of theirs, each counting by the disagreement that chance would give.
  public static let overAll = Measure(
    "agreement_over_all_themes", .mean, .coefficient, .pooledAlpha)
}

/// How many stories may be quoted, and of the others the first thing that stands against each.
public enum QuoteMeasure: String, Codable, FindingMeasure {
  /// May be quoted.
  case quotable
  /// Its teller did not agree to the plan's purpose.
  case notAgreed
  /// Nobody noted when it was agreed to, or that day is still to come.
  case consentNotGiven
  /// The consent holds to a day, and the study has no days.
  case consentEnded
  /// Nobody has looked the story through for names and places.
  case notReviewed
  /// It has no words.
  case noWords

  /// The measure's declaration.
  public var declared: Measure {
    let word =
      switch self {
      case .quotable: "stories_quotable"
      case .notAgreed: "stories_not_agreed_to"
      case .consentNotGiven: "stories_consent_not_given"
      case .consentEnded: "stories_consent_ended"
      case .notReviewed: "stories_not_looked_through"
      case .noWords: "stories_without_words"
      }
    return Measure(word, .count, .events)
  }
}

/// What became of people who told of a theme, of others who told a story, and of those without one.
///
/// The same numbers as of everyone, so declared there.
public enum StoryChangeMeasure: FindingMeasure {
  /// Better by more than the threshold.
  case improved
  /// Changed by no more than the threshold.
  case unchanged
  /// Worse by more than the threshold.
  case deteriorated
  /// Mean before.
  case meanBefore
  /// Mean change with Student's t interval.
  case meanChange

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .meanBefore: ChangeMeasure.meanBefore.declared
    case .meanChange: ChangeMeasure.meanChange.declared
    case .improved: MeaningMeasure.improved.declared
    case .unchanged: MeaningMeasure.unchanged.declared
    case .deteriorated: MeaningMeasure.deteriorated.declared
    }
  }

  /// What it counts among everyone, where it is a share.
  public var judged: MeaningMeasure? {
    switch self {
    case .improved: .improved
    case .unchanged: .unchanged
    case .deteriorated: .deteriorated
    case .meanBefore, .meanChange: nil
    }
  }
}

public import FurlongDisclosure

extension DisclosurePolicy {
  /// What must stand on every page and in every file made under the policy; nil where nothing must.
  public var mark: String? {
    switch self {
    case .internalUse: "Contains personal data: do not share."
    case .nhsRound5, .publicRelease, .openData: nil
    }
  }

  /// The policy by its word in the plan, and what it does.
  func sentences(heldBack: Int) -> String {
    let policy = "Policy “\(word.rawValue)”."
    switch self {
    case .openData: return "\(policy) The data are public already; nothing is hidden."
    case .internalUse:
      return "\(policy) Nothing is hidden, so the report is for the evaluator’s own desk."
    case .nhsRound5(let rules): return "\(policy) \(rules.sentences) \(Self.heldBack(heldBack))"
    case .publicRelease(let rules):
      return
        "\(policy) \(rules.sentences) Nobody’s words are shown, and years stand for dates and months. \(Self.heldBack(heldBack))"
    }
  }

  private static func heldBack(_ count: Int) -> String {
    switch count {
    case 0: "No other number had to be held back."
    case 1: "One other number is held back, because with the rest it would give a small one away."
    default:
      "\(NumberWording().count(count)) other numbers are held back, because with the rest they would give small ones away."
    }
  }
}

extension RoundingRules {
  /// Why rows of rounded counts look wrong and are not.
  var notAddingUp: String {
    let numbers = NumberWording()
    // Of 100 people both the count and its whole may be off by half a step.
    return
      "Counts are rounded to the nearest \(numbers.count(base)), each by itself, so that they need not add up; shares are made of them, and of 100 people may be \(numbers.count(base / 2 * 2)) percentage points off, of fewer more."
  }

  fileprivate var sentences: String {
    let numbers = NumberWording()
    return
      "Counts of people and events below \(numbers.count(threshold)) are not shown; others are rounded to the nearest \(numbers.count(base)), each by itself, so that rows need not add up. Shares are made of the rounded counts. Means, rates and ratios are shown only of at least \(numbers.count(leastPeople)) people, and sums of events only where no two people have most of them."
  }
}

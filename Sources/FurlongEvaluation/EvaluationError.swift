/// Why a plan cannot be evaluated: it asks for what it, the catalogue or the exports do not have.
///
/// Carries names that the plan itself holds, never a value of a person.
public enum EvaluationError: Error, Equatable, Sendable {
  /// A step asks for a scale that is not among the plan's outcomes.
  case unknownOutcome(step: String, scale: String)
  /// An outcome's scale is not in the catalogue.
  case unknownScale(String)
  /// A step asks for an event that the plan does not count.
  case unknownEvent(step: String, event: String)
  /// A step tells people apart by a column that is not among the plan's groups.
  case unknownGroups(step: String, column: String)
  /// A randomised plan's column of arms is not among its groups.
  case armsNotGrouped(column: String)
  /// An arm of a randomised plan is not among the values of its column.
  case unknownArm(String, column: String)
  /// A step asks for a set of rules that its scales do not allow.
  case rulesLack(step: String, what: String, fix: String)
  /// The plan tells people apart by a column that no mapping keeps.
  case columnNotKept(String)
  /// The plan tells people apart by hours, and no export says how long sessions last.
  case hoursNotKept
  /// The plan's population is counted by a column of which nothing is counted of the people of the report.
  case populationNotKept(String, kept: [String])
  /// A step asks for change, and the plan has no baseline.
  case noBaseline(step: String)
  /// A step asks for service use, and the plan has no window.
  case noWindow(step: String)
  /// A step asks for units, and the plan does not say what is counted of them.
  case noUnits
  /// A step asks for money, and the plan does not say what things cost.
  case noCosts(step: String)
  /// A step prices an event of which a book has no price.
  case noPrice(step: String, book: String, event: String)
  /// A step prices events, and the plan names no book of prices.
  case noBook(step: String)
  /// A price cannot be moved to the plan's year.
  case noIndex(book: String, from: String, to: String)
  /// A step asks for experience, and the plan does not say how stories are read.
  case noStoriesPlan(step: String)
  /// The codebook that the plan names was not given.
  case codebookMissing(String)
  /// The level of intervals is not strictly between 0 and 1.
  case confidenceOutsideRange(Double)
  /// The correlation that pairs are planned with is not strictly between −1 and 1.
  case correlationOutsideRange(Double)
}

extension EvaluationError: CustomStringConvertible {
  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .unknownOutcome(let step, let scale):
      "Step '\(step)' asks for scale '\(scale)', which is not under 'outcomes:' in study.yaml: "
        + "add it there or take it out of the step."
    case .unknownScale(let scale):
      "Scale '\(scale)' is not in the catalogue: `furlong scales` lists those that are."
    case .unknownEvent(let step, let event):
      "Step '\(step)' asks for event '\(event)', which is not under 'events:' in study.yaml: "
        + "add it there or take it out of the step."
    case .unknownGroups(let step, let column):
      "Step '\(step)' tells people apart by '\(column)', which is not under 'groups:' in "
        + "study.yaml: add it there or take it out of the step."
    case .armsNotGrouped(let column):
      "The design is randomised by '\(column)', which is not under 'groups:' in study.yaml: add it "
        + "there with the words for both arms."
    case .unknownArm(let value, let column):
      "The design compares the arm '\(value)', which is not among the values of '\(column)' under "
        + "'groups:' in study.yaml: add it there."
    case .rulesLack(let step, let what, let fix): "Step '\(step)': \(what): \(fix)."
    case .columnNotKept(let column):
      "The plan tells people apart by '\(column)', but no mapping keeps it: add '\(column)' under "
        + "'about:' in a file of maps/ and import again."
    case .hoursNotKept:
      "'completers:' in study.yaml counts hours, and no export says how long sessions last: add 'hours' under 'session:' in "
        + "a file of maps/ and import again, or count sessions."
    case .populationNotKept(let column, let kept):
      "'population:' in study.yaml counts by '\(column)', by which people are not counted here ("
        + (kept.isEmpty ? "no column is" : "these are: " + kept.joined(separator: ", "))
        + "): keep '\(column)' under 'about:' in a file of maps/, with at most "
        + "\(CasemixColumns.mostValues) values, or take it out of 'population:'."
    case .noBaseline(let step):
      "Step '\(step)' asks how far people travelled, but study.yaml has no occasion with "
        + "'is: baseline': add one."
    case .noWindow(let step):
      "Step '\(step)' asks for service use, but study.yaml has no 'windows:': add one."
    case .noUnits:
      "A step asks what changed on wards, teams or courses, and study.yaml does not say what is counted of them: add it "
        + "under 'units:', or take the step out."
    case .noCosts(let step):
      "Step '\(step)' asks for money, but study.yaml has no 'costs:': add it."
    case .noPrice(let step, let book, let event):
      "Step '\(step)' counts the cost of '\(event)', of which costs/\(book).yaml has no price: add it "
        + "there, or take the event out of the step."
    case .noBook(let step):
      "Step '\(step)' counts the cost of events, but 'costs' in study.yaml names no book of prices: name one under "
        + "'books', or take the events out of the step."
    case .noIndex(let book, let from, let to):
      "costs/\(book).yaml cannot move a price of \(from) to \(to): name an index there that knows the "
        + "years between them."
    case .noStoriesPlan(let step):
      "Step '\(step)' asks what people say, but study.yaml has no 'stories:': add it."
    case .codebookMissing(let codebook):
      "Codebook '\(codebook)' was not found: name a shipped one under "
        + "'stories:' in study.yaml."
    case .confidenceOutsideRange(let level):
      "The level of intervals is \(level), but must be strictly between 0 and 1, such as 0.95."
    case .correlationOutsideRange(let correlation):
      "The correlation of the occasions is \(correlation), but must be strictly between -1 and 1: "
        + "write one such as 0.5."
    }
  }
}

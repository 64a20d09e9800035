/// What of the kept rows a plan can use: counts of rows and people, never what they say.
public struct Completeness: Codable, Sendable, Equatable {
  /// The kept forms of one scale.
  public struct Scale: Codable, Sendable, Equatable {
    /// How many forms there are.
    public var forms: Int
    /// How many items are answered in the fullest of them; nil where a total is given.
    public var mostAnswered: Int?

    /// The forms of a scale.
    public init(forms: Int, mostAnswered: Int?) {
      self.forms = forms
      self.mostAnswered = mostAnswered
    }
  }

  /// The forms of the people in the numbers, of the scales and parts of life that are asked before and after.
  public struct Forms: Codable, Sendable, Equatable {
    /// How many there are up to the last day of the data, however many scales stand on one.
    public var count = 0
    /// How many people have a form of each occasion, by its id.
    public var people: [String: Int] = [:]
    /// The occasions of which there is a form of each scale and part of life, by their ids.
    public var occasions: [String: Set<String>] = [:]
    /// For how many people the whole window of each occasion lies within the data.
    public var due: [String: Int] = [:]
    /// How many belong to no occasion of the plan.
    public var outside = 0
    /// The days from day 0, first and last, of those that have no occasion by name; nil where there is none.
    public var days: ClosedRange<Int>?
    /// The days from day 0, first and last, of those of no occasion; nil where none of them has a day.
    public var daysOutside: ClosedRange<Int>?
    /// How many people have forms of a baseline by name that lie 60 days or more apart, and none of a follow-up.
    public var onlyBaselines = 0
    /// The dated forms of each scale and part of life, by its id, of which some lie in no window.
    public var windows: [String: Windows] = [:]
    /// The occasions that forms have by name and the plan does not have.
    public var unknownOccasions: [String] = []

    /// No forms yet.
    public init() {}
  }

  /// Of the forms of one scale that have no occasion by name, where those lie that are in no window.
  public struct Windows: Codable, Sendable, Equatable {
    /// Days between two windows, or beyond them all.
    public struct Stretch: Codable, Sendable, Equatable {
      /// The occasion whose window ends before it; nil before the first.
      public var after: String?
      /// The occasion whose window begins behind it; nil after the last.
      public var before: String?
      /// How many forms lie in it.
      public var forms: Int
      /// Their days from day 0, first and last.
      public var days: ClosedRange<Int>
    }

    /// How many forms there are.
    public var forms = 0
    /// Those in no window, by where they lie.
    public var outside: [Stretch] = []

    /// How many are in no window.
    public var formsOutside: Int { outside.reduce(0) { $0 + $1.forms } }

    /// No forms yet.
    public init() {}

    /// Takes in a form that lies in no window.
    public mutating func add(outside day: Int, of occasions: [Occasion]) {
      let ends = occasions.filter { $0.window.map { $0.to < day } ?? false }
      let begins = occasions.filter { $0.window.map { $0.from > day } ?? false }
      let after = ends.max { ($0.window?.to ?? 0) < ($1.window?.to ?? 0) }?.id
      let before = begins.min { ($0.window?.from ?? 0) < ($1.window?.from ?? 0) }?.id
      guard let place = outside.firstIndex(where: { $0.after == after && $0.before == before })
      else {
        outside.append(Stretch(after: after, before: before, forms: 1, days: day...day))
        outside.sort { $0.days.lowerBound < $1.days.lowerBound }
        return
      }
      let days = outside[place].days
      outside[place].forms += 1
      outside[place].days = min(days.lowerBound, day)...max(days.upperBound, day)
    }
  }

  /// People of the register and people of the exports of one kind.
  public struct Link: Codable, Sendable, Equatable {
    /// What the exports hold.
    public var kind: ExportKind
    /// People of the register with a row.
    public var people: Int
    /// People with a row who are not in the register.
    public var strangers: Int

    /// The people of a kind of exports.
    public init(kind: ExportKind, people: Int, strangers: Int) {
      self.kind = kind
      self.people = people
      self.strangers = strangers
    }
  }

  /// Of whom one export of service use speaks.
  public struct Extract: Codable, Sendable, Equatable {
    /// The export.
    public var file: String
    /// What a person without rows means.
    public var noRowsMeans: NoRowsMeaning
    /// People in the numbers who have an identifier of a kind that it uses.
    public var linkable: Int
    /// Those of them with a row.
    public var mentioned: Int
    /// People in the numbers who did not agree that their records be linked.
    public var refused: Int
    /// Those of them with a row all the same.
    public var refusedWithRow: Int

    /// An export of service use.
    public init(
      file: String, noRowsMeans: NoRowsMeaning, linkable: Int, mentioned: Int, refused: Int = 0,
      refusedWithRow: Int = 0
    ) {
      self.refused = refused
      self.refusedWithRow = refusedWithRow
      self.file = file
      self.noRowsMeans = noRowsMeans
      self.linkable = linkable
      self.mentioned = mentioned
    }
  }

  /// A condition of who is in the numbers.
  public struct Condition: Codable, Sendable, Equatable {
    /// The condition.
    public var step: Cohort.Step.Condition
    /// People for whom all before it held.
    public var before: Int
    /// Those for whom it holds too.
    public var people: Int
    /// Of those for whom it does not hold, how many have no value.
    public var notRecorded: Int

    /// A condition and whom it leaves.
    public init(step: Cohort.Step.Condition, before: Int, people: Int, notRecorded: Int) {
      self.step = step
      self.before = before
      self.people = people
      self.notRecorded = notRecorded
    }
  }

  /// The stories of people in the numbers.
  public struct Stories: Codable, Sendable, Equatable {
    /// How many there are.
    public var count: Int
    /// How many may be used for a purpose, and were not withdrawn; purposes to which nobody agreed are not in it.
    public var agreed: [ConsentPurpose: Int]
    /// How many that were not withdrawn have the day on which it was agreed to, without which nothing is quoted.
    public var dated: Int

    /// The stories by what was agreed to.
    public init(count: Int, agreed: [ConsentPurpose: Int], dated: Int) {
      self.count = count
      self.agreed = agreed
      self.dated = dated
    }
  }

  /// Everybody in the register, or with a row where there is none.
  public var everybody = 0
  /// The people in the numbers.
  public var people = 0
  /// Whether there is a register.
  public var hasRegister = false
  /// Whether an export says of anybody in the numbers since when the trust has known them.
  public var saysWhoIsKnown = true
  /// The conditions, in order.
  public var conditions: [Condition] = []
  /// The names under which something is kept about people.
  public var about: [String] = []
  /// The kept forms of everybody, by scale.
  public var scales: [String: Scale] = [:]
  /// The forms of the people in the numbers.
  public var forms = Forms()
  /// The register beside each kind of export, in the order of kinds.
  public var links: [Link] = []
  /// The exports of service use.
  public var extracts: [Extract] = []
  /// The stories; nil where no export holds them.
  public var stories: Stories?
  /// Rows that are dated after the person left or died, by export.
  public var afterLeaving: [String: Int] = [:]

  /// The rows that name both arms of a randomised trial for one person, by export, of people who are in neither arm for it.
  public var inBothArms: [String: [Int]] = [:]
  /// How many people that are.
  public var peopleInBothArms = 0
  /// The wards, teams or courses of which exports have months.
  public var units: [String] = []
  /// Nothing yet.
  public init() {}
}

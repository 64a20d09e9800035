import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says whose stories were read, how the coders agreed, and under which consent words are shown.
struct ExperienceWording {
  private let found: ExperienceFinding<Released>
  private let material: ReportMaterial

  init(_ found: ExperienceFinding<Released>, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  /// The fact of one measure of a theme.
  func fact(_ theme: ExperienceFinding<Released>.Theme, _ measure: String) -> String {
    "experience.\(theme.id).\(measure)"
  }

  /// Whose stories were read, and by how many.
  var who: Prose {
    let people = material.people
    let first: Prose =
      "\(people.people(found.storytellers, "experience.storytellers").capitalised) told \(stories); \(coded)."
    let selection: Prose =
      "People who chose to tell a story need not be like the others; a story can hold several themes."
    // Of few there is nothing to be said.
    guard let count = found.nothingFound.number, count > 0 else { return "\(first) \(selection)" }
    let nothing = people.people(found.nothingFound, "experience.nothing_found")
    return "\(first) In the stories of \(nothing) nothing of the codebook was found. \(selection)"
  }

  /// `60 stories`; where how many is held back, `stories` alone.
  private var stories: Prose {
    let answer = found.stories[.stories]
    if case .withheld = answer.shown { return "stories" }
    return AnswerWording(.count).count(answer, of: "stories", "experience.stories")
  }

  /// Whether anybody read the stories with the codebook: who has not read is no coder.
  var isCoded: Bool { found.coders != 0 && !found.themes.isEmpty }

  /// `two coders read all 60 with the codebook CHIME-D`.
  private var coded: Prose {
    isCoded ? "\(read) with the codebook \(found.codebook)" : "nobody has read them yet"
  }

  private var read: Prose {
    if found.coders == 1 { return "one person read them" }
    let fact = "experience.coded_by_two"
    let all = found.stories[.stories].estimate
    let byTwo = found.stories[.codedByTwo]
    // How many each read cannot be said, that they read can.
    if case .withheld = byTwo.shown { return "\(readers) worked" }
    let count = AnswerWording(.count).count(byTwo, fact)
    // Rounded numbers that are the same need not be of the same stories.
    let isAll = all != nil && all?.decimals == nil && all?.value == byTwo.estimate?.value
    return isAll ? "\(readers) read all \(count)" : "\(readers) read \(count) of them"
  }

  /// `two coders`, or of more `at least two of 3 coders`.
  private var readers: Prose {
    found.coders > 2 ? "at least two of \(coders) coders" : "two coders"
  }

  private var coders: ReportedNumber {
    ReportedNumber(
      NumberWording().count(found.coders), fact: "experience.coders",
      value: .released(Double(found.coders)))
  }

  /// How well the coders agreed, a point for all themes of one verdict.
  var agreements: [Prose] {
    var verdicts: [(words: String, themes: [ExperienceFinding<Released>.Theme])] = []
    for theme in found.themes {
      let words = verdict(theme)
      if let index = verdicts.firstIndex(where: { $0.words == words }) {
        verdicts[index].themes.append(theme)
      } else {
        verdicts.append((words, [theme]))
      }
    }
    return verdicts.filter { $0.themes.contains { $0[.agreement].isShown } }.map { words, themes in
      let names = themes.map { Prose($0.label) }.listed
      let kappas = themes.filter { $0[.agreement].estimate != nil }.map { theme in
        AnswerWording(.ratio).value(theme[.agreement], fact(theme, "agreement"))
      }
      let who = found.coders > 2 ? "Conger" : "Cohen"
      let kappa: Prose = kappas.isEmpty ? Prose() : " (\(who)’s kappa \(kappas.listed))"
      return "\(names): \(words)\(kappa)."
    }
  }

  /// The themes of which it is not shown, in a sentence; nil where there is none.
  var agreementHeldBack: Prose? {
    let hidden = found.themes.filter { !$0[.agreement].isShown }
    guard let first = hidden.first else { return nil }
    let why = verdict(first)
    let alike = hidden.filter { verdict($0) == why }
    if alike.count == found.themes.count {
      return Prose("How well those who coded agreed \(why.replacing("agreement ", with: "")).")
    }
    var whys: [String] = []
    for theme in hidden where !whys.contains(verdict(theme)) { whys.append(verdict(theme)) }
    let clauses = whys.map { why -> Prose in
      let names = hidden.filter { verdict($0) == why }.map { Prose($0.label) }.listed
      return "\(names): \(why)."
    }
    return clauses.joined()
  }

  /// What the agreement on one theme comes to, or why it cannot be judged.
  private func verdict(_ theme: ExperienceFinding<Released>.Theme) -> String {
    switch theme[.agreement].shown {
    case .notEstimable(let reason): "agreement cannot be judged: \(reason.words)"
    case .withheld(let reason): "agreement is not shown (\(reason.words))"
    case .fewerThan: "agreement is not shown (\(Withheld.fewPeople.words))"
    case .number(let estimate): firmness(estimate.value)
    }
  }

  /// How well they agreed over all themes; nil where that cannot be told.
  var overAll: Prose? {
    let fact = "experience.agreement_over_all_themes"
    guard let estimate = found.agreement.estimate else { return nil }
    let wording = AnswerWording(.ratio)
    let range =
      wording.range(found.agreement, fact).map { range -> Prose in
        " (\(Prose(found.agreement.level ?? "")) interval \(range))"
      } ?? ""
    let none: Prose =
      estimate.caveats.contains { if case .tooFewStories = $0 { true } else { false } }
      ? " There are too few stories for an interval." : ""
    let mark = ReportedNumber(
      NumberWording().score(Self.firm), fact: "\(fact).mark", value: .released(Self.firm))
    let all: Prose =
      found.coders > 2 ? ", on the stories that at least two of \(coders) coders read" : ""
    return
      "Over all themes Krippendorff’s alpha is \(wording.value(found.agreement, fact))\(range)\(all). 1 is full agreement and 0 what chance gives; \(mark) is the usual mark.\(none)"
  }

  /// From here on Krippendorff takes agreement for firm, and from 0.667 on for tentative.
  private static let firm = 0.8

  private func firmness(_ kappa: Double) -> String {
    switch kappa {
    case Self.firm...: "the coders agreed well enough to rely on"
    case 0.667..<Self.firm: "the coders agreed well enough for tentative conclusions only"
    case 0..<0.667: "the coders agreed too little to rely on"
    default: "the coders agreed less than by chance"
    }
  }

  /// Whose words may be shown.
  var consent: Prose {
    let people: Prose =
      found.quotable.number == nil
      ? Prose() : ": \(material.people.people(found.quotable, "experience.quotable"))"
    let against =
      found.themes.contains { $0.contradicting != nil }
      ? " and one against it, each drawn" : ", and it is drawn"
    return
      "Words are shown only of those who agreed to be quoted \(found.quotePurpose.place), have not withdrawn, and whose words were reviewed\(people). Never more than one quote stands for a theme\(against) by chance, not chosen."
  }

  /// Who said it, under which theme and consent, and how it was drawn.
  func attribution(_ quote: StoryQuote, _ theme: ExperienceFinding<Released>.Theme) -> String {
    attribution(quote, drawn: "within “\(theme.label)”")
  }

  /// The same of words that speak against a theme.
  func attribution(
    _ contradicting: ContradictingQuote, against theme: ExperienceFinding<Released>.Theme
  ) -> String {
    attribution(
      contradicting.quote, drawn: "against “\(theme.label)”, as “\(contradicting.label)”")
  }

  private func attribution(_ quote: StoryQuote, drawn how: String) -> String {
    let who = "A \(material.study.people.one)"
    let invented = material.study.fictional ? " · invented" : ""
    return
      "\(who) · drawn by chance \(how) · agreed to be quoted \(quote.purpose.place), reviewed\(invented)"
  }
}

extension ReleasedAnswer {
  /// Whether it is told: as a number, or as one that there is not.
  fileprivate var isShown: Bool {
    switch shown {
    case .number, .notEstimable: true
    case .fewerThan, .withheld: false
    }
  }
}

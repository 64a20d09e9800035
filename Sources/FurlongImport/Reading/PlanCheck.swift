import FurlongForms
import FurlongScales
import FurlongStudy

/// Holds a mapping against the plan and the catalogue: what it names must be there.
struct PlanCheck {
  let map: ExportMap
  let mapFile: String
  let file: String
  let plan: CohortPlan
  let scales: ScaleCatalogue

  /// The instruments that the mapping names, and what is wrong: stops, and warnings about what the plan lacks.
  func result() -> (sheets: [String: ScaleSheet], problems: [Problem]) {
    switch map.content {
    case .scores(let columns): forms(columns)
    case .events(let columns): ([:], events(columns))
    case .people(let columns): ([:], register(columns))
    case .units(let columns): ([:], units(columns))
    case .caseload, .attendance, .stories, .codings: ([:], [])
    }
  }

  private func forms(
    _ columns: ScoreColumns
  ) -> (sheets: [String: ScaleSheet], problems: [Problem]) {
    var sheets: [String: ScaleSheet] = [:]
    var problems: [Problem] = []
    let occasions = plan.occasions.map(\.id)
    var unknown: Set<String> = []
    for form in columns.forms {
      do throws(ScaleError) {
        let sheet = try ScaleSheet(form.scale, in: scales)
        sheets[form.scale] = sheet
        switch form.answers {
        case .items(let items):
          if sheet.parts.isEmpty {
            problems.append(
              problem(
                .stop,
                "\(mapFile) names item columns for '\(form.scale)', whose scoring is not in the "
                  + "catalogue (licensed, or not published).",
                fix: "Name the column of its total: total: COLUMN in place of items."))
          } else if items.count != sheet.answers.count {
            problems.append(
              problem(
                .stop,
                "\(mapFile) names \(items.count) item columns for '\(form.scale)', which has "
                  + "\(sheet.answers.count) items.",
                fix: "Name one column for each item, in order."))
          }
        // An instrument that has several scores and no total says which they are.
        case .total: if sheet.total == nil { _ = try scales.scale(form.scale) }
        }
      } catch {
        problems.append(problem(.stop, "\(mapFile): \(error.what).", fix: sentence(error.fix)))
      }
      if let occasion = form.occasion, !occasions.contains(occasion),
        unknown.insert(occasion).inserted
      {
        problems.append(lacks("occasion", occasion, known: occasions))
      }
    }
    for state in columns.states {
      if let occasion = state.occasion, !occasions.contains(occasion),
        unknown.insert(occasion).inserted
      {
        problems.append(lacks("occasion", occasion, known: occasions))
      }
      problems += self.problems(of: state)
    }
    for occasion in Set(columns.occasion.map { Array($0.words.values) } ?? []).sorted()
    where !occasions.contains(occasion) && unknown.insert(occasion).inserted {
      problems.append(lacks("occasion", occasion, known: occasions))
    }
    if columns.date != nil && columns.occasion == nil
      || columns.forms.contains(where: { $0.date != nil }), plan.dayZero == .none
    {
      problems.append(
        problem(
          .stop,
          "\(mapFile) reads forms by their days, and the plan has no day 0 to count them from "
            + "('dates: none' in study.yaml).",
          fix:
            "Name an 'occasion' for each form in \(mapFile). Or, to place forms by their days: \(Self.dates)"
        ))
    }
    if columns.daysFromDayZero != nil { problems += daysFromDayZero(columns) }
    return (sheets, problems)
  }

  /// Days that the dataset counts itself mean something only in a plan without dates whose occasions have days.
  private func daysFromDayZero(_ columns: ScoreColumns) -> [Problem] {
    let isPlaced = columns.occasion != nil || plan.occasions.allSatisfy { $0.window != nil }
    if plan.dayZero == .none, isPlaced { return [] }
    return [
      problem(
        .stop,
        plan.dayZero == .none
          ? "\(mapFile) reads forms by their days from day 0, and not every occasion of the plan has its days."
          : "\(mapFile) reads forms by days from an unknown day 0, and the plan counts from dates.",
        fix: plan.dayZero == .none
          ? "Write 'from', 'to' and 'nearest_to', in days from day 0, for each occasion in study.yaml."
          : "Write 'day_0: { what: the day that the dataset counts from, dates: none }' in study.yaml."
      )
    ]
  }

  /// What the mapping says of a part of life that the plan does not have.
  private func problems(of state: ScoreColumns.State) -> [Problem] {
    guard let outcome = plan.lifeOutcomes.first(where: { $0.id == state.lifeOutcome }) else {
      return [
        lacks("life outcome", state.lifeOutcome, known: plan.lifeOutcomes.map(\.id))
      ]
    }
    let foreign = Set(state.words.values).subtracting(outcome.states).sorted()
    return foreign.map { word in
      let nearest =
        NearestWord(among: outcome.states).to(word).map { "Did you mean '\($0)'? " } ?? ""
      return problem(
        .stop,
        "\(mapFile) reads the state '\(word)' of '\(outcome.id)', which the plan does not have.",
        fix: nearest + "The plan has: \(outcome.states.joined(separator: ", ")).")
    }
  }

  private func units(_ columns: UnitColumns) -> [Problem] {
    let known = plan.units?.counts.map(\.id) ?? []
    return columns.counts.map(\.count).filter { !known.contains($0) }
      .map { lacks("count of units", $0, known: known) }
  }

  private func events(_ columns: EventColumns) -> [Problem] {
    let known = plan.events.map(\.id)
    var seen: Set<String> = []
    var problems: [Problem] = []
    if plan.dayZero == .none, columns.covers != nil {
      problems.append(
        problem(
          .warning,
          "\(mapFile) reads service use by days, and the plan has no day 0 ('dates: none' in study.yaml): nothing of it "
            + "can be before or after.", fix: "To count it: \(Self.dates)"))
    }
    return problems
      + columns.rules.map(\.event).filter { !known.contains($0) && seen.insert($0).inserted }
      .map { lacks("event", $0, known: known) }
  }

  /// What a plan needs so that days mean something.
  private static let dates =
    "write 'day_0: { what: first registration }' without 'dates: none', 'data_to' under 'study', 'from', 'to' and "
    + "'nearest_to' for each occasion, and read the day of registration in a mapping of people (registered_on)."

  private func register(_ columns: RegisterColumns) -> [Problem] {
    guard plan.dayZero == .firstRegistration, columns.registeredOn == nil else { return [] }
    return [
      problem(
        .stop,
        "The plan counts from the first registration, and \(mapFile) reads no 'registered_on'.",
        fix: "Name the column of the day of registration.")
    ]
  }

  private func lacks(_ what: String, _ id: String, known: [String]) -> Problem {
    let nearest = NearestWord(among: known).to(id).map { "Did you mean '\($0)'? " } ?? ""
    return problem(
      .warning, "\(mapFile) reads the \(what) '\(id)', which the plan does not have.",
      fix: nearest + "Until the plan has it, it is in no number.")
  }

  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + (words.last == "?" ? "" : ".")
  }

  private func problem(_ severity: Problem.Severity, _ message: String, fix: String) -> Problem {
    Problem(
      severity: severity, code: ProblemCode.mapping.rawValue, file: file, row: nil, column: nil,
      message: message, fix: fix)
  }
}

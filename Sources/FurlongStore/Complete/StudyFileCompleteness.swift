import Foundation
public import FurlongStudy
import GRDB

extension StudyFile {
  /// What of the kept rows a plan can use: which forms, of whom, at which occasions; counts alone.
  ///
  /// Cost is linear in people, mentions and forms, and in rows of events where somebody left. Within a change, what was found
  /// is remembered until a row or the plan changes.
  ///
  /// - Throws: `StoreError.notSettled` where exports came since `settle()`.
  public func completeness(_ plan: CohortPlan) throws(StoreError) -> Completeness {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let asked = try? encoder.encode(plan) else { return try lookForCompleteness(plan) }
    if let known = try knownCompleteness(asked) { return known }
    let found = try lookForCompleteness(plan)
    if isInChange, let kept = try? encoder.encode(found) {
      try write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO completeness (id, plan, found) VALUES (1, ?, ?)",
          arguments: [Self.text(asked), Self.text(kept)])
      }
    }
    return found
  }

  /// What was found for the same plan, where no row changed since.
  private func knownCompleteness(_ plan: Data) throws(StoreError) -> Completeness? {
    let text = try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT found FROM completeness WHERE plan = ? AND (SELECT settled FROM study)
          """, arguments: [Self.text(plan)])
    }
    return text.flatMap { try? JSONDecoder().decode(Completeness.self, from: Data($0.utf8)) }
  }

  private static func text(_ json: Data) -> String { String(decoding: json, as: UTF8.self) }

  private func lookForCompleteness(_ plan: CohortPlan) throws(StoreError) -> Completeness {
    try read { database in
      guard try Bool.fetchOne(database, sql: "SELECT settled FROM study") ?? false else {
        throw StoreError.notSettled
      }
      let steps = try Population(database: database, plan: plan).select()
      let size = steps.last?.people ?? 0
      try FormSelection(database: database, plan: plan, size: size).gather()
      var found = Completeness()
      found.everybody = steps.first?.people ?? 0
      found.people = size
      found.hasRegister =
        try Bool.fetchOne(database, sql: "SELECT has_register FROM study") ?? false
      found.conditions = zip(steps.dropFirst(), steps).map { step, before in
        Completeness.Condition(
          step: step.condition, before: before.people, people: step.people,
          notRecorded: step.others[Cohort.Step.notRecorded] ?? 0)
      }
      found.about = try String.fetchAll(
        database, sql: "SELECT DISTINCT name FROM about ORDER BY name")
      found.scales = try Self.scales(in: database)
      found.forms = try FormsInSight(database: database, plan: plan).count()
      let people = PeopleInSight(database: database)
      found.links = try people.links()
      found.extracts = try people.extracts()
      found.saysWhoIsKnown = try people.saysWhoIsKnown()
      found.stories = try people.stories()
      found.afterLeaving = try people.rowsAfterLeaving()
      if let arms = plan.arms {
        (found.peopleInBothArms, found.inBothArms) = try Self.inBothArms(arms, in: database)
      }
      found.units = Set(
        try UnitSelection(database: database, plan: plan).select().map(\.unit)
      ).sorted()
      return found
    }
  }

  /// How many people have both arms of a trial, and the rows that say so, by export.
  private static func inBothArms(
    _ arms: CohortPlan.Criterion, in database: Database
  ) throws -> (people: Int, rows: [String: [Int]]) {
    let (sql, arguments) = Population.inBoth(arms)
    let people = try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM (\(sql))", arguments: arguments)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT b.file, t.source_row FROM \(KeptRows.of("about"))
        JOIN batch b ON b.id = m.batch
        WHERE \(KeptRows.condition) AND t.name = ? AND m.person IN (\(sql))
        ORDER BY b.file, t.source_row
        """, arguments: [arms.column] + arguments)
    return (
      people ?? 0, Dictionary(grouping: rows) { $0[0] as String }.mapValues { $0.map { $0[1] } }
    )
  }

  /// The kept forms of everybody, by scale.
  private static func scales(in database: Database) throws -> [String: Completeness.Scale] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT t.scale, COUNT(*), MAX(COALESCE(t.answered, 1000000)) FROM \(KeptRows.of("form"))
        WHERE \(KeptRows.condition) AND t.copy = 0 GROUP BY t.scale
        """)
    return Dictionary(
      uniqueKeysWithValues: rows.map { row -> (String, Completeness.Scale) in
        let most: Int = row[2]
        return (
          row[0], Completeness.Scale(forms: row[1], mostAnswered: most == 1_000_000 ? nil : most)
        )
      })
  }
}

/// Counts the forms of the people in the numbers by the occasions of the plan; reads what `FormSelection` gathers.
struct FormsInSight {
  var database: Database
  var plan: CohortPlan

  func count() throws -> Completeness.Forms {
    var forms = Completeness.Forms()
    let asked = plan.scales.map(\.scale) + plan.lifeOutcomes.map(\.id)
    guard !asked.isEmpty else { return forms }
    var people: [String: Set<Int>] = [:]
    var unknown: Set<String> = []
    var arguments = StatementArguments(asked)
    arguments += [plan.dataTo?.number ?? SelectedDays.farOff]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT DISTINCT f.idx, f.scale, f.occasion, f.day - \(plan.dayZero == .none ? "0" : "w.day_zero") AS place, f.day
        FROM kept_form f JOIN member w ON w.idx = f.idx
        WHERE f.scale IN (\(databaseQuestionMarks(count: asked.count)))
          AND IFNULL(f.day <= ?, 1)
        """, arguments: arguments)
    var baselines: [Int: ClosedRange<Int>] = [:]
    // A form may hold several scales.
    var counted: Set<FormInSight> = []
    while let row = try rows.next() {
      let person: Int = row[0]
      let scale: String = row[1]
      let name: String? = row[2]
      let place: Int? = row[3]
      let found =
        if let name { plan.occasions.filter { $0.id == name } } else {
          plan.occasions.filter { occasion in
            guard let window = occasion.window, let place else { return false }
            return (window.from...max(window.from, window.to)).contains(place)
          }
        }
      if name == nil, let place {
        forms.windows[scale, default: .init()].forms += 1
        if found.isEmpty {
          forms.windows[scale]?.add(outside: place, of: plan.occasions(of: scale))
        }
      }
      for occasion in found { forms.occasions[scale, default: []].insert(occasion.id) }
      guard counted.insert(FormInSight(person: person, occasion: name, day: row[4])).inserted
      else { continue }
      forms.count += 1
      for occasion in found { people[occasion.id, default: []].insert(person) }
      if name != nil, let day: Int = row[4], found.contains(where: { $0.role == .baseline }) {
        baselines[person] = Self.widened(baselines[person], to: day)
      }
      if name == nil { forms.days = Self.widened(forms.days, to: place) }
      if found.isEmpty {
        forms.outside += 1
        forms.daysOutside = Self.widened(forms.daysOutside, to: place)
        if let name { unknown.insert(name) }
      }
    }
    let later = plan.occasions.filter { $0.role != .baseline }.map { people[$0.id] ?? [] }
    forms.onlyBaselines = baselines.count { person, days in
      days.upperBound - days.lowerBound >= 60 && !later.contains { $0.contains(person) }
    }
    forms.windows = forms.windows.filter { !$0.value.outside.isEmpty }
    forms.people = people.mapValues(\.count)
    forms.unknownOccasions = unknown.sorted()
    for occasion in plan.occasions { forms.due[occasion.id] = try due(occasion) }
    return forms
  }

  private struct FormInSight: Hashable {
    var person: Int
    var occasion: String?
    var day: Int?
  }

  private static func widened(_ days: ClosedRange<Int>?, to day: Int?) -> ClosedRange<Int>? {
    guard let day else { return days }
    guard let days else { return day...day }
    return min(days.lowerBound, day)...max(days.upperBound, day)
  }

  private func due(_ occasion: Occasion) throws -> Int {
    let selection = FormSelection(database: database, plan: plan, size: 0)
    guard occasion.window != nil, plan.dataTo != nil else {
      return try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM member") ?? 0
    }
    return try selection.due(occasion).count { $0 }
  }
}

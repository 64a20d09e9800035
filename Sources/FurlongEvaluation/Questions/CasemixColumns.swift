import FurlongStudy

/// What is known about people that a report can count: columns of groups first, then the others.
///
/// Left out: a criterion's column where it admits one value only, since all have it, and columns of more than twelve
/// values, such as ages in years, of which counts say nothing; and completers, who are told apart by what came later.
struct CasemixColumns {
  /// What stands for no value.
  static let notRecorded = "not recorded"
  static let mostValues = 12

  var material: Material

  var names: [String] {
    var about = material.cohort.about
    about[Landmark.column] = nil
    let constant = material.cohortPlan.criteria.filter { $0.values.count == 1 }.map(\.column)
    let groups = material.plan.groups.map(\.column)
    let rest = about.keys.sorted().filter { !groups.contains($0) && !constant.contains($0) }
    return groups.filter { about[$0] != nil }
      + rest.filter { Set((about[$0] ?? []).compactMap { $0 }).count <= Self.mostValues }
  }

  /// The values of a column, alphabetical, those not recorded last.
  func values(of column: String) -> [String] {
    let values = material.cohort.about[column] ?? []
    let recorded = Set(values.compactMap { $0 }).subtracting([Self.notRecorded]).sorted()
    let blank = values.contains { ($0 ?? Self.notRecorded) == Self.notRecorded }
    return recorded + (blank ? [Self.notRecorded] : [])
  }

  /// Whether a person has a value.
  func has(_ value: String, _ column: String, person: Int) -> Bool {
    (material.cohort.about[column]?[person] ?? Self.notRecorded) == value
  }

  func answer() -> [Casemix<Unreleased>] {
    names.map { column in
      let stated = material.plan.population?.columns.first { $0.column == column }
      let here = values(of: column)
      let elsewhere = (stated?.values.map(\.value) ?? []).filter { !here.contains($0) }
      return Casemix(
        column: column,
        values: (here + elsewhere).map { value in
          let count = (0..<material.cohort.size).count { has(value, column, person: $0) }
          let set = PeopleSet.population(group: "\(column)=\(value)")
          return Casemix.Value(
            value: value, people: PeopleCount(count, set),
            beside: stated.flatMap { beside(count, set, value, of: $0) })
        })
    }
  }

  /// A value beside that of those who could have come; nil where the plan does not state it.
  private func beside(
    _ count: Int, _ set: PeopleSet, _ value: String, of stated: PopulationPlan.Column
  ) -> Casemix<Unreleased>.Beside? {
    guard let theirs = stated.values.first(where: { $0.value == value })?.count else { return nil }
    let sample = material.sample(used: material.everyone, eligible: material.everyone)
    let parts = Estimate.Parts(count: Double(theirs), of: stated.total, isStated: true)
    return Casemix.Beside(
      count: theirs, of: stated.total,
      answers: Answers { measure in
        switch measure {
        case .share: sample.share(count, set)
        case .difference: sample.difference(of: count, set, minusStated: parts)
        }
      })
  }
}

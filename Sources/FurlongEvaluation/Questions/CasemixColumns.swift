import FurlongStudy

/// What is known about people that a report can count: columns of groups first, then the others.
///
/// Left out: a criterion's column where it admits one value only, since all have it, and columns of more than twelve
/// values, such as ages in years, of which counts say nothing.
struct CasemixColumns {
  /// What stands for no value.
  static let notRecorded = "not recorded"
  static let mostValues = 12

  var material: Material

  var names: [String] {
    let about = material.cohort.about
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

  func answer() -> [ReachFinding<Unreleased>.Casemix] {
    names.map { column in
      ReachFinding.Casemix(
        column: column,
        values: values(of: column).map { value in
          let count = (0..<material.cohort.size).count { has(value, column, person: $0) }
          return ReachFinding.Casemix.Value(
            value: value,
            people: PeopleCount(count, .population(group: "\(column)=\(value)")))
        })
    }
  }
}

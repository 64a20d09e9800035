import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Who came, and who is in the numbers.
struct NumbersAnswer {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  private var flows: [FlowWording] {
    let flows = material.reach.flatMap(\.found.flows)
    let leading = flows.filter { $0.scale?.id == material.leadingScale?.id }
    return (leading.isEmpty ? flows : leading).map { FlowWording($0, material) }
  }

  /// Who came.
  var came: Prose {
    guard let flow = flows.first, let registered = flow.registered, let population = flow.population
    else { return "The plan does not ask who came." }
    let people = material.people
    let verb = material.study.registered == nil ? "are in the data" : "registered"
    let everybody = people.count(registered.people, flow.fact(registered))
    var sentences: [Prose] = []
    if population.kind == registered.kind {
      sentences.append(
        Prose.strong(
          "\(people.people(registered.people, flow.fact(registered)).capitalised) \(verb)."))
    } else {
      let all: Prose =
        registered.people.number == nil
        ? "How many people \(verb) is not shown" : "\(everybody) people \(verb)"
      let ours = ours(population.people, flow.fact(population))
      sentences.append(Prose.strong(("\(all); \(ours)." as Prose).capitalised))
      let conditions = flow.conditions
      if !conditions.isEmpty {
        sentences.append(
          Prose("They are those with \(conditions.map { Prose($0) }.listed.plainText)."))
      }
    }
    if let attended = flow.attended {
      let part = people.part(attended.people, of: population.people, flow.fact(attended))
      sentences.append("\(part.capitalised) came at least once.")
    } else {
      sentences.append("Attendance is not known: no register of sessions was given.")
    }
    return sentences.joined()
  }

  /// `this report is about 452 of them`.
  private func ours(_ population: ReleasedCount, _ fact: String) -> Prose {
    let people = material.people
    switch population.shown {
    case .exactly, .about: return "this report is about \(people.plain(population, fact)) of them"
    case .fewerThan: return "\(people.plain(population, fact)) of them are in this report"
    case .withheld(let reason):
      return
        "\(ReportedNumber.withheld("how many", reason, fact)) of them are in this report is not shown"
    }
  }

  /// Who is in these numbers, and how those missing differ.
  var counted: Prose {
    var sentences: [Prose] = []
    let followed = flows.filter { $0.share != nil }
    if let first = followed.first, let share = first.share {
      sentences.append(Prose.strong("\(share.capitalised) are in the figures of change."))
    }
    if let last = followed.last, followed.count > 1, let analysed = last.analysed,
      let due = last.due
    {
      let people = material.people
      let count = people.count(analysed.people, last.fact(analysed))
      let part: Prose =
        due.people.number == nil
        ? count : "\(count) of \(people.plain(due.people, last.fact(due)))"
      let percentage = people.percentage(analysed.people, of: due.people, last.fact(analysed))
      sentences.append(
        [Prose("\(last.when.capitalised):"), part, percentage ?? Prose()].joined() + ".")
    }
    let comparisons = material.reach.flatMap(\.found.missing)
      .filter { $0.scale.id == material.leadingScale?.id }
    if let comparison = comparisons.last {
      sentences.append(MissingWording(comparison, material).sentence)
    }
    if sentences.isEmpty, let event = material.leadingEvent {
      sentences.append(
        ServiceUseWording(event, material).counted(for: [event.event.many], isStrong: true))
    }
    return sentences.isEmpty ? "The plan asks for no figures of change." : sentences.joined()
  }
}

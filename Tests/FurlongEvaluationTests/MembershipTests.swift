import FurlongEvaluation
import FurlongScales
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Who is in the numbers")
struct MembershipTests {
  private func membership(of draft: StudyDraft) throws -> [String: [Int]] {
    let found = try Evaluator(
      plan: draft.plan, cohortPlan: draft.cohortPlan, catalogue: .shipped(),
      codebook: .shipped("chime-d")
    ).membership(of: draft.scored)
    #expect(found.groups.map(\.name) == found.groups.map(\.name).sorted())
    return Dictionary(uniqueKeysWithValues: found.groups.map { ($0.name, $0.people) })
  }

  /// The number of people that the findings give for each group that has one.
  private func counts(of draft: StudyDraft) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for step in try draft.findings().steps {
      switch step.finding {
      case .reach(let reach): counts["attended"] = reach.attendance?.attendedAny.count
      case .change(let change):
        for outcome in change.outcomes {
          for row in outcome.rows {
            let place = "\(row.occasion.id) \(row.group.id)"
            counts["paired \(outcome.scale.id) \(place)"] = row.used.count
            counts["due \(place)"] = row.eligible.count
          }
        }
      case .lifeOutcomes(let lives):
        for outcome in lives.outcomes {
          for row in outcome.rows {
            counts["paired \(outcome.outcome.id) \(row.occasion.id) \(row.group.id)"] =
              row.used.count
          }
        }
      case .feedback(let feedback):
        for outcome in feedback.outcomes {
          counts["once \(outcome.scale.id)"] = outcome.rows.first?.used.count
        }
      case .serviceUse(let use):
        for outcome in use.outcomes {
          for row in outcome.rows {
            let place = "\(outcome.event.id) \(outcome.window.id) \(row.group.id)"
            counts["counted \(place)"] = row.people.count
            counts["any before \(place)"] = row.anyBefore.count
            counts["any after \(place)"] = row.anyAfter.count
            counts["population \(row.group.id)"] = row.eligible.count
          }
        }
      case .timeToEvent(let times):
        for outcome in times.outcomes {
          for row in outcome.rows {
            counts["watched \(outcome.event.id) \(row.group.id)"] = row.people.count
            for month in row.months {
              counts["had \(outcome.event.id) by \(month.month) \(row.group.id)"] =
                month.had.count
            }
          }
        }
      case .unitRates: break
      case .experience(let stories):
        counts["told"] = stories.storytellers.count
        for theme in stories.themes { counts["theme \(theme.id)"] = theme.people.count }
        for row in stories.change?.rows ?? [] {
          for group in row.themes.flatMap({ [$0.with, $0.without] }) + [row.noStory] {
            let place = "\(row.occasion.id) \(group.name.id)"
            counts["paired \(stories.change?.scale.id ?? "") \(place)"] = group.used.count
            counts["due \(place)"] = group.eligible.count
          }
        }
      case .money(let money): counts["served"] = money.served.count
      case .meaning, .certainty: break
      }
    }
    return counts
  }

  @Test("is as many as the findings count, each once, and within the cohort", .tags(.law))
  func counts() throws {
    for draft in [
      InventedStudy.draft(), try RealStudies.beatTheBlues(), try RealStudies.epilepsyCounts(),
    ] {
      let membership = try membership(of: draft)
      let counts = try counts(of: draft)
      #expect(counts.count >= 6)
      for (name, count) in counts {
        let people = try #require(membership[name], "\(name)")
        #expect(people.count == count, "\(name)")
        #expect(people == Set(people).sorted(), "\(name)")
        #expect(people.allSatisfy { (0..<draft.scored.cohort.size).contains($0) }, "\(name)")
      }
    }
  }

  @Test("is the same people whatever their order", .tags(.law))
  func order() throws {
    let draft = InventedStudy.draft()
    let size = draft.scored.cohort.size
    let turned = try membership(of: InventedStudy.reordered(draft))
    for (name, people) in try membership(of: draft) {
      // Entry `new` of the turned study is entry (7 · new + 5) mod size.
      #expect(turned[name]?.map { ($0 * 7 + 5) % size }.sorted() == people, "\(name)")
    }
  }
}

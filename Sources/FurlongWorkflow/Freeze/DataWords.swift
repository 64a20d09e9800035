import FurlongStudy

/// Says which data are in: counts only.
struct DataWords {
  private let data: DataIn
  private let people: String

  init(_ data: DataIn, people: String) {
    self.data = data
    self.people = people
  }

  /// What is in, as a sentence, and what follows from it.
  var sentence: String {
    guard data != DataIn() else { return "none." }
    return counts + ". "
      + (data.holdsOutcomes
        ? "The report will say that these were in." : "Nothing that the plan judges was in.")
  }

  /// What is in.
  var counts: String {
    var parts = ["\(data.people) \(people) of the plan"]
    if data.baselineForms > 0 { parts.append("\(data.baselineForms) baseline forms") }
    if data.followUpForms > 0 { parts.append("\(data.followUpForms) follow-up forms") }
    if data.serviceUse > 0 {
      parts.append("service use after day 0 of \(data.serviceUse) \(people)")
    }
    if let months = data.unitMonths, months > 0 {
      parts.append("\(months) months of units after it began")
    }
    if data.stories > 0 { parts.append("\(data.stories) stories") }
    return parts.joined(separator: ", ") + (data.lastDay.map { "; the last day is \($0)" } ?? "")
  }
}

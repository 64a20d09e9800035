import FurlongStudy

/// The form of each person that is taken for one occasion: of several the first in the order of choice.
///
/// Those that can be scored come first, then the nearest to where the occasion should be, then the earlier, then by the
/// text of their answers.
struct FormChoice {
  /// A form as the study file keeps it.
  struct Form {
    var day: Int?
    var occasion: String?
    var answers: String
    var answered: Int?
  }

  private struct Chosen {
    var canScore: Bool
    var distance: Int
    var day: Int?
    var answers: String
    var forms = 0
  }

  private let occasion: Occasion
  private let required: Int
  private let dataTo: Int
  private var chosen: [Chosen?]

  init(of occasion: Occasion, required: Int, dataTo: CalendarDay?, size: Int) {
    self.occasion = occasion
    self.required = required
    self.dataTo = dataTo?.number ?? SelectedDays.farOff
    chosen = [Chosen?](repeating: nil, count: size)
  }

  /// Takes a form of a person in, if it is of the occasion.
  mutating func add(_ form: Form, of person: Int, dayZero: Int?) {
    guard let distance = distance(form, dayZero) else { return }
    let forms = (chosen[person]?.forms ?? 0) + 1
    var found = Chosen(
      canScore: form.answered.map { $0 >= required } ?? true, distance: distance, day: form.day,
      answers: form.answers)
    if let before = chosen[person], !Self.precedes(found, before) { found = before }
    found.forms = forms
    chosen[person] = found
  }

  /// How far a form is from where its occasion should be; nil where it is of another.
  private func distance(_ form: Form, _ dayZero: Int?) -> Int? {
    guard let window = occasion.window else { return form.occasion == occasion.id ? 0 : nil }
    if let day = form.day, day > dataTo { return nil }
    let fromDayZero = form.day.flatMap { day in dayZero.map { day - $0 } }
    if let own = form.occasion {
      if own != occasion.id { return nil }
    } else {
      guard let days = fromDayZero, days >= window.from, days <= window.to else { return nil }
    }
    return fromDayZero.map { abs($0 - window.nearestTo) } ?? 0
  }

  private static func precedes(_ one: Chosen, _ other: Chosen) -> Bool {
    if one.canScore != other.canScore { return one.canScore }
    if one.distance != other.distance { return one.distance < other.distance }
    // No day comes before any.
    let (mine, theirs) = (one.day ?? .min, other.day ?? .min)
    if mine != theirs { return mine < theirs }
    return one.answers.utf8.lexicographicallyPrecedes(other.answers.utf8)
  }

  /// The forms that were chosen, as a column.
  func column(_ scale: String, due: [Bool]) -> FormColumn {
    FormColumn(
      scale: scale, occasion: occasion.id,
      answers: chosen.map { found in
        found.flatMap { $0.canScore ? AnswersText(text: $0.answers).answers : nil }
      },
      due: due, onlyUnscorable: chosen.count { $0.map { !$0.canScore } ?? false },
      severalForms: chosen.count { $0.map { $0.forms > 1 } ?? false })
  }
}

/// The days of the occasions after the start, as a draft has them: those at which their forms lie, else those of their names.
struct WindowsDraft {
  /// An occasion's days from day 0, both ends included, and what they were taken from.
  struct Window {
    var id: String
    var from: Int
    var to: Int
    var nearest: Int
    var why: String?
    fileprivate var isKnown = true
  }

  /// The occasions after the start, in the order of time; no two share a day.
  private(set) var windows: [Window] = []
  /// The last day of the start.
  let startEnds: Int

  /// Fewer forms say nothing of when an occasion is.
  private static let fewestForms = 5

  /// - Parameters:
  ///   - ids: the occasions after the start.
  ///   - days: how many days after the same person's form at the start the forms of each lie.
  init(of ids: [String], days: [String: [Int]]) {
    var all = ids.map { Self.window($0, days[$0, default: []].filter { $0 > 0 }.sorted()) }
    let known = all.filter(\.isKnown).sorted { ($0.nearest, $0.id) < ($1.nearest, $1.id) }
    all = known + all.filter { !$0.isKnown }
    for place in all.indices {
      guard place > 0 else {
        all[0].from = all[0].isKnown ? max(all[0].nearest > 42 ? 29 : 1, all[0].from) : 60
        all[0].to = all[0].isKnown ? max(all[0].from, all[0].to) : 259
        continue
      }
      if !all[place].isKnown {
        all[place].from = all[place - 1].to + 1
        all[place].to = all[place].from + 199
        all[place].nearest = all[place].from + 60
      } else if all[place].from <= all[place - 1].to {
        let middle = (all[place - 1].nearest + all[place].nearest) / 2
        all[place - 1].to = max(all[place - 1].from, min(all[place - 1].to, middle))
        all[place].from = max(all[place].from, all[place - 1].to + 1)
        all[place].to = max(all[place].from, all[place].to)
      }
    }
    windows = all.map { window in
      var window = window
      window.nearest = min(max(window.nearest, window.from), window.to)
      return window
    }
    startEnds = min(28, windows.first.map { $0.from - 1 } ?? 28)
  }

  private static func window(_ id: String, _ forms: [Int]) -> Window {
    if forms.count >= fewestForms {
      // Nine in ten of them, and two weeks on each side: a slip in a date widens nothing.
      let (first, last) = (forms[forms.count / 20], forms[forms.count - 1 - forms.count / 20])
      let middle = forms[forms.count / 2]
      return Window(
        id: id, from: first - 14, to: last + 14, nearest: middle,
        why:
          "check: its forms lie \(first) to \(last) days after the same people's first, half of them by day \(middle)"
      )
    }
    if let named = namedDays(id) {
      return Window(
        id: id, from: named - named / 3, to: named + named / 3, nearest: named,
        why: "check: taken from its name, \(named) days; the forms themselves do not show it")
    }
    if id == "end" { return Window(id: id, from: 60, to: 300, nearest: 120) }
    return Window(
      id: id, from: 0, to: 0, nearest: 120,
      why: "check: nothing tells when these forms were filled in",
      isKnown: false)
  }

  /// The days that a name says: `6-months` is 183, `12 weeks` 84; nil where it says none.
  static func namedDays(_ name: String) -> Int? {
    let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap {
      part -> [String] in
      let digits = part.prefix(while: \.isNumber)
      return [String(digits), String(part.dropFirst(digits.count))].filter { !$0.isEmpty }
    }
    // What is counted from an end says nothing of days from day 0.
    guard let number = parts.compactMap({ Int($0) ?? numbers[$0] }).first,
      (1...520).contains(number), !parts.contains("end")
    else { return nil }
    for part in parts {
      switch part {
      case "d", "day", "days": return number
      case "w", "wk", "wks", "week", "weeks": return number * 7
      case "m", "mo", "mth", "mths", "month", "months":
        return Int((Double(number) * 365.25 / 12).rounded())
      case "y", "yr", "yrs", "year", "years": return Int((Double(number) * 365.25).rounded())
      default: continue
      }
    }
    return nil
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9,
    "ten": 10,
    "twelve": 12, "eighteen": 18,
  ]
}

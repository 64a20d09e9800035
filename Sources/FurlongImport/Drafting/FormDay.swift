import FurlongForms

/// When forms were filled in.
enum FormDay {
  /// The column of the day; of several the one that says so most clearly.
  static func column(_ sheet: ExportSheet) -> ColumnProfile? {
    let days = sheet.columns(.day)
    let telling: [(HeadingText) -> Bool] = [
      { $0.says("completed", "completion", "completed on", "finished", "end date", "submitted") },
      { $0.says("assessment", "assessed", "form", "date of form") },
      { $0.says("date", "timestamp", "recorded") && !$0.says("start") },
    ]
    for says in telling {
      if let found = days.first(where: { says($0.words) }) { return found }
    }
    return days.last
  }

  /// The column that counts days from a day 0 of the dataset's own; nil where none does.
  static func counted(_ sheet: ExportSheet) -> ColumnProfile? {
    sheet.profiles.first {
      $0.isNumbers
        && $0.words.says(
          "days since", "days from", "days after", "day from", "day since", "study day",
          "days post")
    }
  }

  /// The lines that say when.
  static func lines(
    date: ColumnProfile?, counted: ColumnProfile? = nil, occasion: OccasionColumn?, byHeading: Bool,
    _ frame: inout DraftFrame
  ) {
    frame.lines.add("")
    if let date {
      frame.lines.add(
        "date: \(YAMLText.word(date.heading))",
        occasion == nil
          ? "the plan's windows decide which occasion a form is of"
          : "tells several forms of an occasion apart")
    }
    if let counted {
      frame.lines.add(
        "days_from_day_0: \(YAMLText.word(counted.heading))",
        "counted by the dataset itself; the plan's windows decide which occasion a form is of")
      frame.name(counted.heading, "days from day 0")
      frame.use([counted])
      frame.know { $0.countsDays = true }
    }
    if let occasion {
      frame.lines.add("occasion:", "what the form itself says; it decides")
      frame.lines.add("  column: \(YAMLText.word(occasion.column.heading))")
      frame.lines.words(
        "values", occasion.values.map { ($0.word, $0.id) }, indent: 2,
        choices: "the ids of the plan's occasions")
      for (id, words) in occasion.alike {
        let all = words.map { "'\($0)'" }.joined(separator: " and ")
        frame.lines.checks.append(
          "\(all) of '\(occasion.column.heading)' would \(words.count == 2 ? "both" : "all") be '\(id)': say which occasion each is, or give them the same where they are one."
        )
      }
      if occasion.hidden > 0 {
        frame.lines.checks.append(
          "\(occasion.hidden) \(occasion.hidden == 1 ? "text" : "texts") of '\(occasion.column.heading)' \(occasion.hidden == 1 ? "says" : "say") more than an occasion, and may name somebody: not shown. The import sets those rows aside and tells which."
        )
      }
    }
    if date == nil, counted == nil, occasion == nil, !byHeading {
      frame.lines.add(
        "date: \(DraftLines.decide)", "no column was seen that says when a form was filled in")
    }
  }
}

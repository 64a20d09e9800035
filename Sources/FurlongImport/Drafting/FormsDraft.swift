import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of forms whose answers or scores stand in columns.
struct FormsDraft: ContentDraft {
  private let columns: FormColumns
  private let catalogue: ScaleCatalogue
  private var frame: DraftFrame
  /// Whether some answers are of a scale that nobody has named yet.
  private var hasUnknown: Bool
  private(set) var draft = MapDraft()

  /// The draft; nil where no scale stands in the columns.
  ///
  /// - Parameter orPossible: whether columns that could be one of several scales will do.
  init?(
    _ sheet: ExportSheet, _ recognised: Recognition, _ catalogue: ScaleCatalogue,
    _ recogniser: InstrumentRecogniser,
    orPossible: Bool = false
  ) {
    guard let columns = FormColumns(sheet, recognised, catalogue, orPossible: orPossible) else {
      return nil
    }
    self.columns = columns
    self.catalogue = catalogue
    frame = DraftFrame(sheet)
    hasUnknown = columns.isPossible
    let lines = ScoreLines(
      columns.recognition, catalogue: catalogue, delimiter: sheet.shape.format.delimiter)
    let days =
      [columns.date].compactMap { $0 }
      + columns.usedDays.values.sorted { $0.heading < $1.heading }
    begin(days)
    // What is 0 among counts is not blank for the sake of another column.
    let zeros = Set(columns.own.flatMap(\.zeros))
    let missing = lines.missing(with: days.flatMap(\.missing).filter { !zeros.contains($0) })
    frame.missing(Dictionary(missing.words.map { ($0, "not answered") }) { first, _ in first })
    for line in missing.remarks { frame.lines.add(line) }
    tell(codes: missing.words.filter { Int($0) != nil })
    // A table with a row a person may be all that there is: what it says of people is kept.
    if columns.byHeading
      || (columns.date == nil && (columns.occasion != nil || columns.counted != nil))
    {
      AboutDraft.lines(sheet, &frame, groups: .alone)
    }
    frame.lines.add("")
    frame.lines.add("scores:")
    let (ready, comments) = lines.entries(
      days: columns.dayOf.mapValues(\.heading), occasion: columns.waves.id)
    unnamed(isAll: ready.isEmpty)
    for line in ready + comments { frame.lines.add("  \(line)") }
    ownScales()
    nameColumns()
    checks(recogniser)
    tellFacts()
    draft = frame.end(.scores, because: reasons)
  }

  /// Says which numbers were taken for "not answered", and how many cells hold them.
  private mutating func tell(codes: [String]) {
    let headings = Set(
      columns.recognition.forms.flatMap { $0.answers.columns + [$0.checkedTotal].compactMap { $0 } }
        .map(\.heading))
    let found = codes.compactMap { code -> String? in
      let cells = columns.sheet.profiles.filter { headings.contains($0.heading) }
        .reduce(0) { $0 + ($1.sample.texts[code] ?? 0) }
      return cells == 0 ? nil : "\(code) (\(cells) \(cells == 1 ? "cell" : "cells"))"
    }
    guard !found.isEmpty else { return }
    let scales = Set(columns.recognition.forms.map(\.scale)).sorted().joined(separator: " or ")
    frame.lines.checks.append(
      "\(found.joined(separator: " and ")) cannot be an answer or a score of \(scales): taken for 'not answered', under 'missing'. If \(found.count == 1 ? "it means" : "one means") something else, take it out there and correct the cells."
    )
  }

  /// The lines before the scores: whose forms, and when they were filled in.
  private mutating func begin(_ days: [ColumnProfile]) {
    let (byHeading, occasion, file) = (columns.byHeading, columns.occasion, columns.file)
    frame.begin(.scores, rows: byHeading ? .person : .form, days: days)
    frame.use(days + [occasion?.column].compactMap { $0 })
    frame.checkOrder(days)
    FormDay.lines(
      date: columns.date, counted: byHeading ? nil : columns.counted, occasion: occasion,
      byHeading: byHeading || file != nil, &frame)
    if let file {
      frame.lines.add(
        "# The file is called '\(file.name)': its forms are those of '\(file.id)', whatever their days."
      )
      frame.lines.checks.append(
        "'\(file.name)' was taken to say when these forms were filled in: 'occasion: \(file.id)' beside each of them. If their days are to decide, take 'occasion' out and write 'date: COLUMN' for all."
      )
    }
    if let course = columns.sheet.first(.course) {
      frame.use([course])
      frame.lines.add(
        "course: \(YAMLText.word(course.heading))", "after which the form was filled in")
    }
  }

  /// The line of answers of which no heading names the scale.
  ///
  /// - Parameter isAll: whether no scale was recognised beside them.
  private mutating func unnamed(isAll: Bool) {
    let run = columns.run
    func line(_ scale: String, _ headings: [String]) -> String {
      "- { scale: \(scale), \(moment)items: \(DraftLines.list(headings)) }"
    }
    if isAll, columns.own.isEmpty, columns.same == nil {
      hasUnknown = true
      frame.lines.add(
        "  - \(DraftLines.decide)", "which scale this is: take one of these lines in its place")
      if let run {
        frame.lines.add(
          "  # \(line("ID", run.headings))", run.words(run.instruments(catalogue)))
        frame.use(run.headings)
      }
    } else if let run, let same = columns.same {
      frame.lines.add(
        "  \(line(YAMLText.word(same.of.scale), same.headings))",
        "check: the same questions as in \(same.of.path), \(run.words([]))")
      frame.use(same.headings)
    } else if !columns.isPossible, let run {
      let ids = run.instruments(catalogue)
      hasUnknown = true
      frame.lines.add("  # \(line("ID", run.headings))", run.words(ids))
      frame.lines.checks.append(
        "\(run.words([])) ('\(run.headings[0])' and those after it) are not read and look like the answers of a scale\(ids.isEmpty ? "" : "; with so many items: \(ids.joined(separator: ", "))"). If they are, take the # away before their line under 'scores', name the scale, and take them out of 'ignore'."
      )
    }
  }

  /// What a line says of when, where the file's name does.
  private var moment: String {
    guard let file = columns.file else { return "" }
    let day = columns.dayOf[file.id].map { "date: \(YAMLText.word($0.heading)), " } ?? ""
    return "occasion: \(YAMLText.word(file.id)), \(day)"
  }

  /// The lines of the college's own scales.
  private mutating func ownScales() {
    for group in columns.own {
      let scale = group.scale
      for (occasion, heading) in group.columns {
        var parts = ["scale: \(YAMLText.word(scale.id))"]
        if let occasion {
          parts.append("occasion: \(YAMLText.word(occasion))")
          if let day = columns.dayOf[occasion] {
            parts.append("date: \(YAMLText.word(day.heading))")
          }
        }
        parts.append("total: \(YAMLText.word(heading))")
        if !group.zeros.isEmpty {
          let words = group.zeros.map { "\(YAMLText.word($0)): 0" }
          parts.append("answers: { \(words.joined(separator: ", ")) }")
        }
        frame.lines.add("  - { \(parts.joined(separator: ", ")) }")
      }
      if !group.zeros.isEmpty {
        frame.lines.checks.append(
          "\(group.zeros.map { "'\($0)'" }.joined(separator: " and ")) under '\(scale.name)' was taken for 0, as everything else there is a count. If it means that there is no answer, take 'answers' out and write it under 'missing'."
        )
      }
      let rough = columns.sheet.profiles.filter { column in
        group.columns.contains { $0.heading == column.heading }
      }.reduce(0) { $0 + $1.roughNumbers }
      if rough > 0 {
        frame.lines.checks.append(
          "\(rough) \(rough == 1 ? "cell" : "cells") of '\(scale.name)' \(rough == 1 ? "holds" : "hold") a range or a rough number, such as 6-7 or 'about 5': the import tells each and makes no number of it. Decide by one rule for all, before any result is looked at."
        )
      }
      let likely = OwnColumns.likely(scale.id, catalogue)
      frame.lines.checks.append(
        "'\(scale.id)' is no scale of the catalogue: scales/\(scale.id).yaml must say that it has scores of \(scale.scores.lowerBound) to \(scale.scores.upperBound), as was seen\(scale.better == nil ? ", and whether higher or lower is better" : "")."
          + (likely.isEmpty
            ? ""
            : " If it is \(likely.joined(separator: " or ")) of the catalogue, write that in its place, here and in study.yaml.")
      )
    }
  }

  /// Says of each column what it is, and which are read.
  private mutating func nameColumns() {
    for form in columns.recognition.forms {
      let when = form.occasion.map { ", \($0)" } ?? ""
      switch form.answers {
      case .items(let items):
        for (place, column) in items.enumerated() {
          frame.name(column.heading, "\(form.scale), item \(place + 1)\(when)")
        }
      case .total(let column): frame.name(column.heading, "\(form.scale), total\(when)")
      }
      if let total = form.checkedTotal { frame.name(total.heading, "\(form.scale), total\(when)") }
    }
    if let same = columns.same {
      for (place, heading) in same.headings.enumerated() {
        frame.name(heading, "\(same.of.scale), item \(place + 1)")
      }
    }
    for group in columns.own {
      for (occasion, heading) in group.columns {
        frame.name(heading, "\(group.scale.id)\(occasion.map { ", \($0)" } ?? "")")
      }
    }
    frame.use(
      columns.taken.subtracting(columns.unscored.items)
        + (columns.isPossible ? columns.possible : []))
    frame.use(columns.own.flatMap(\.columns).map(\.heading))
  }

  /// What a person should look at.
  private mutating func checks(_ recogniser: InstrumentRecogniser) {
    frame.lines.checks += columns.unscored.checks
    let waves = columns.byHeading ? columns.waves : columns.occasion?.waves
    if let check = waves?.check { frame.lines.checks.append(check) }
    for form in columns.recognition.forms {
      let codes = form.coding.labels.filter { Int($0.key) != nil }.sorted {
        (Int($0.key) ?? 0) < (Int($1.key) ?? 0)
      }
      guard let first = codes.first, let column = form.answers.columns.first,
        let label = columns.sheet.table.labels.first(where: { $0.column == column.heading })?
          .meanings[first.key]
      else { continue }
      frame.lines.checks.append(
        "The file's labels say that \(first.key) is '\(label)' under '\(column.heading)' and the other items of \(form.scale): its numbers are read by the labels ('answers'), otherwise than the scale's own. If the labels are wrong, take 'answers' out."
      )
    }
    if columns.said == nil {
      for column in columns.sheet.profiles
      where OccasionColumn.asks(column) && column.isWords && (2...12).contains(column.different) {
        frame.lines.checks.append(
          "'\(column.heading)' may say when a form was filled in, and none of its words is understood: it is not read. If so, write it under 'occasion', with what each word means, and take it out of 'ignore'."
        )
      }
    }
    for heading in ItemRun.namingAScale(columns.sheet, recogniser, notIn: columns.taken) {
      frame.lines.checks.append(
        "'\(heading)' names a scale and is not read, since too many of its cells are nothing that the scale can have: look at it."
      )
    }
  }

  /// What a first plan can be made of.
  private mutating func tellFacts() {
    let (columns, hasUnknown) = (columns, hasUnknown)
    let words = columns.occasion?.ids ?? []
    frame.know { facts in
      if let file = columns.file, hasUnknown { facts.undecidedAt.insert(file.id) }
      facts.formDays = OccasionDays.found(
        columns.sheet, date: columns.date, occasion: columns.occasion, dayOf: columns.usedDays)
      for form in columns.recognition.forms where !form.doubts.contains(.onlyTotalIsScored) {
        let named = form.occasion.map(columns.waves.id)
        facts.scales[form.scale, default: []].formUnion(named.map { [$0] } ?? words)
        facts.filled[form.scale, default: 0] +=
          form.answers.columns.first.map { columns.filled($0.heading) } ?? 0
      }
      facts.questions = columns.recognition.forms.compactMap {
        SameQuestions($0, in: columns.sheet.path)
      }
      if let same = columns.same {
        facts.scales[same.of.scale, default: []]
          .formUnion(columns.file.map { [$0.id] } ?? words)
        facts.filled[same.of.scale, default: 0] += same.headings.first.map(columns.filled) ?? 0
      }
      for group in columns.own {
        facts.scales[group.scale.id, default: []]
          .formUnion(words.union(group.columns.compactMap(\.occasion)))
        facts.ownScales.append(group.scale)
      }
    }
  }

  private var reasons: [String] {
    columns.recognition.forms.map { form in
      let count = form.answers.columns.count
      return "\(form.scale) stands in \(count == 1 ? "a column" : "\(count) columns")"
    }
      + columns.own.map { group in
        group.columns.count == 1
          ? "'\(group.scale.id)' holds numbers that change from form to form"
          : "'\(group.scale.id)' stands in \(group.columns.count) columns of numbers, by occasion"
      }
  }
}

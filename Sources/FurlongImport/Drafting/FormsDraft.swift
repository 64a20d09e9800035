import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of forms whose answers or scores stand in columns.
struct FormsDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where no scale stands in the columns.
  ///
  /// - Parameter orPossible: whether columns that could be one of several scales will do.
  init?(
    _ sheet: ExportSheet, _ recognised: Recognition, _ catalogue: ScaleCatalogue,
    _ recogniser: InstrumentRecogniser,
    orPossible: Bool = false
  ) {
    var recognition = recognised
    let possible = recognition.possible.flatMap(\.columns).map(\.heading)
    let taken = Set(
      recognition.forms.flatMap { $0.answers.columns + [$0.checkedTotal].compactMap { $0 } }.map(
        \.heading))
    let unscored = UnscoredItems(recognition, sheet)
    let when = OccasionColumn(sheet)
    // Days that a dataset counts itself are no score.
    let counted = FormDay.column(sheet) == nil ? FormDay.counted(sheet) : nil
    let notScores = taken.union(unscored.between).union(
      [when?.column.heading, counted?.heading].compactMap { $0 })
    var own = OwnColumns.groups(
      sheet.profiles.indices.filter {
        sheet.roles[$0] == .other && !notScores.contains(sheet.profiles[$0].heading)
      }.map { sheet.profiles[$0] })
    if own.isEmpty, when != nil || counted != nil {
      own = OwnColumns.changing(sheet, notIn: notScores, catalogue)
    }
    let run = ItemRun.longest(
      sheet, notIn: taken.union(unscored.between).union(own.flatMap(\.columns).map(\.heading)))
    let same = run?.known(by: sheet.others.questions, catalogue)
    if let same {
      recognition.possible.removeAll {
        $0.columns.allSatisfy { same.headings.contains($0.heading) }
      }
    }
    let isPossible = orPossible && !recognition.possible.isEmpty
    guard !recognition.forms.isEmpty || !own.isEmpty || isPossible || same != nil else {
      return nil
    }
    let byHeading =
      own.contains { $0.columns.contains { $0.occasion != nil } }
      || recognition.forms.contains { $0.occasion != nil }
    let file = byHeading || when != nil || counted != nil ? nil : FileOccasion(sheet)
    if let file {
      for place in recognition.forms.indices { recognition.forms[place].occasion = file.id }
      for place in recognition.possible.indices { recognition.possible[place].occasion = file.id }
      for group in own.indices {
        own[group].columns = own[group].columns.map { (file.id, $0.heading) }
      }
    }
    let lines = ScoreLines(
      recognition, catalogue: catalogue, delimiter: sheet.shape.format.delimiter)
    // `Pre date` beside `PHQ9 pre` is the day of those forms.
    var dayOf: [String: ColumnProfile] = [:]
    if byHeading {
      for column in sheet.columns(.day) {
        guard let heading = HeadingOccasion(column.heading) else { continue }
        dayOf[heading.usual] = dayOf[heading.usual] ?? column
      }
    }
    if let file { dayOf[file.id] = FormDay.column(sheet) }
    let (ready, comments) = lines.entries(days: dayOf.mapValues(\.heading)) {
      HeadingOccasion($0)?.usual ?? $0
    }
    let date = byHeading || file != nil ? nil : FormDay.column(sheet)
    let occasion = byHeading ? nil : when
    var frame = DraftFrame(sheet)
    let used = Set(
      recognition.forms.compactMap(\.occasion).map { HeadingOccasion($0)?.usual ?? $0 }
        + own.flatMap(\.columns).compactMap(\.occasion) + [file?.id].compactMap { $0 })
    let days =
      [date].compactMap { $0 }
      + dayOf.filter { used.contains($0.key) }.values
      .sorted { $0.heading < $1.heading }
    frame.begin(.scores, rows: byHeading ? .person : .form, days: days)
    frame.use(days + [occasion?.column].compactMap { $0 })
    frame.checkOrder(days)
    FormDay.lines(
      date: date, counted: byHeading ? nil : counted, occasion: occasion,
      byHeading: byHeading || file != nil,
      &frame)
    if let file {
      frame.lines.add(
        "# The file is called '\(file.name)': its forms are those of '\(file.id)', whatever their days."
      )
      frame.lines.checks.append(
        "'\(file.name)' was taken to say when these forms were filled in: 'occasion: \(file.id)' beside each of them. If their days are to decide, take 'occasion' out and write 'date: COLUMN' for all."
      )
    }
    if let course = sheet.first(.course) {
      frame.use([course])
      frame.lines.add(
        "course: \(YAMLText.word(course.heading))", "after which the form was filled in")
    }
    let missing = lines.missing(with: days.flatMap(\.missing))
    frame.missing(Dictionary(missing.words.map { ($0, "not answered") }) { first, _ in first })
    for line in missing.remarks { frame.lines.add(line) }
    // A table with a row a person may be all that there is: what it says of people is kept.
    if byHeading || (date == nil && (occasion != nil || counted != nil)) {
      AboutDraft.lines(sheet, &frame, alsoGroups: true)
    }
    frame.lines.add("")
    frame.lines.add("scores:")
    let moment =
      file.map { file in
        "occasion: \(YAMLText.word(file.id)), "
          + (dayOf[file.id].map { "date: \(YAMLText.word($0.heading)), " } ?? "")
      } ?? ""
    var hasUnknown = isPossible
    if ready.isEmpty, own.isEmpty, same == nil {
      hasUnknown = true
      frame.lines.add(
        "  - \(DraftLines.decide)", "which scale this is: take one of these lines in its place")
      if let run {
        frame.lines.add(
          "  # - { scale: ID, \(moment)items: \(DraftLines.list(run.headings)) }",
          run.words(run.instruments(catalogue)))
        frame.use(run.headings)
      }
    } else if let run, let same {
      frame.lines.add(
        "  - { scale: \(YAMLText.word(same.of.scale)), \(moment)items: \(DraftLines.list(same.headings)) }",
        "check: the same questions as in \(same.of.path), \(run.words([]))")
      frame.use(same.headings)
    } else if !isPossible, let run {
      let ids = run.instruments(catalogue)
      hasUnknown = true
      frame.lines.add(
        "  # - { scale: ID, \(moment)items: \(DraftLines.list(run.headings)) }", run.words(ids))
      frame.lines.checks.append(
        "\(run.words([])) ('\(run.headings[0])' and those after it) are not read and look like the answers of a scale\(ids.isEmpty ? "" : "; with so many items: \(ids.joined(separator: ", "))"). If they are, take the # away before their line under 'scores', name the scale, and take them out of 'ignore'."
      )
    }
    for line in ready + comments { frame.lines.add("  \(line)") }
    for group in own {
      for (occasion, heading) in group.columns {
        var parts = ["scale: \(YAMLText.word(group.scale.id))"]
        if let occasion {
          parts.append("occasion: \(YAMLText.word(occasion))")
          if let day = dayOf[occasion] { parts.append("date: \(YAMLText.word(day.heading))") }
        }
        parts.append("total: \(YAMLText.word(heading))")
        frame.lines.add("  - { \(parts.joined(separator: ", ")) }")
      }
      let likely = OwnColumns.likely(group.scale.id, catalogue)
      frame.lines.checks.append(
        "'\(group.scale.id)' is no scale of the catalogue: scales/\(group.scale.id).yaml must say that it has scores of \(group.scale.scores.lowerBound) to \(group.scale.scores.upperBound), as was seen\(group.scale.better == nil ? ", and whether higher or lower is better" : "")."
          + (likely.isEmpty
            ? ""
            : " If it is \(likely.joined(separator: " or ")) of the catalogue, write that in its place, here and in study.yaml.")
      )
    }
    for form in recognition.forms {
      let when = form.occasion.map { ", \($0)" } ?? ""
      switch form.answers {
      case .items(let columns):
        for (place, column) in columns.enumerated() {
          frame.name(column.heading, "\(form.scale), item \(place + 1)\(when)")
        }
      case .total(let column): frame.name(column.heading, "\(form.scale), total\(when)")
      }
      if let total = form.checkedTotal { frame.name(total.heading, "\(form.scale), total\(when)") }
    }
    for (place, heading) in (same?.headings ?? []).enumerated() {
      frame.name(heading, "\(same?.of.scale ?? ""), item \(place + 1)")
    }
    for group in own {
      for (occasion, heading) in group.columns {
        frame.name(heading, "\(group.scale.id)\(occasion.map { ", \($0)" } ?? "")")
      }
    }
    frame.use(taken.subtracting(unscored.items) + (isPossible ? possible : []))
    frame.lines.checks += unscored.checks
    frame.use(own.flatMap(\.columns).map(\.heading))
    if when == nil {
      for column in sheet.profiles
      where OccasionColumn.asks(column) && column.isWords && (2...12).contains(column.different) {
        frame.lines.checks.append(
          "'\(column.heading)' may say when a form was filled in, and none of its words is understood: it is not read. If so, write it under 'occasion', with what each word means, and take it out of 'ignore'."
        )
      }
    }
    for heading in ItemRun.namingAScale(sheet, recogniser, notIn: taken) {
      frame.lines.checks.append(
        "'\(heading)' names a scale and is not read, since too many of its cells are nothing that the scale can have: look at it."
      )
    }
    frame.know { facts in
      let words = occasion?.ids ?? []
      if let file, hasUnknown { facts.undecidedAt.insert(file.id) }
      facts.formDays = OccasionDays.found(
        sheet, date: date, occasion: occasion, dayOf: dayOf.filter { used.contains($0.key) })
      for form in recognition.forms where !form.doubts.contains(.onlyTotalIsScored) {
        let named = form.occasion.map { HeadingOccasion($0)?.usual ?? $0 }
        facts.scales[form.scale, default: []].formUnion(named.map { [$0] } ?? words)
        facts.filled[form.scale, default: 0] +=
          form.answers.columns.first.flatMap(sheet.filled) ?? 0
      }
      facts.questions = recognition.forms.compactMap { SameQuestions($0, in: sheet.path) }
      if let same {
        facts.scales[same.of.scale, default: []].formUnion(file.map { [$0.id] } ?? words)
        facts.filled[same.of.scale, default: 0] +=
          same.headings.first.flatMap { heading in
            sheet.profiles.first { $0.heading == heading }?.filled
          } ?? 0
      }
      for group in own {
        facts.scales[group.scale.id, default: []]
          .formUnion(words.union(group.columns.compactMap(\.occasion)))
        facts.ownScales.append(group.scale)
      }
    }
    draft = frame.end(
      .scores,
      because: recognition.forms.map {
        "\($0.scale) stands in \($0.answers.columns.count == 1 ? "a column" : "\($0.answers.columns.count) columns")"
      }
        + own.map {
          $0.columns.count == 1
            ? "'\($0.scale.id)' holds numbers that change from form to form"
            : "'\($0.scale.id)' stands in \($0.columns.count) columns of numbers, by occasion"
        })
  }
}

/// The panels of `ScoreTravel`: scores from before to after over the scale's range.
struct ScorePlots {
  private static let height = 150.0
  private let chart: ScoreTravel
  private let columns: Int

  init(_ chart: ScoreTravel, columns: Int) {
    self.chart = chart
    self.columns = max(columns, 1)
  }

  /// Draws the panels in columns and returns where the last plot and the last words end.
  func draw(
    into scene: inout Scene, top: Double, to right: Double
  ) -> (plotBottom: Double, end: Double) {
    let gap = 22.0
    let scale = LinearScale(lower: chart.range.lower, upper: chart.range.upper, start: 0, end: 1)
    let ticks = scale.equalTicks(atMost: 7)
    let texts = TickFormat().texts(for: ticks)
    let metrics = scene.metrics
    let gutter = (texts.map { metrics.width(of: $0, size: 13) }.max() ?? 0) + 8
    let names = chart.bands.map { metrics.lines(of: $0.label, size: 13, within: 92) }
    let room =
      names.flatMap { $0 }.map { metrics.width(of: $0, size: 13) }.max().map { $0 + 8 } ?? 0
    let width = (right - room - gap * Double(columns - 1)) / Double(columns)
    var y = top
    var bottom = top
    var end = top
    for start in stride(from: 0, to: chart.panels.count, by: columns) {
      let row = chart.panels[start..<min(start + columns, chart.panels.count)]
      let hasLabels = row.contains { $0.label != nil }
      let plotTop = y + (hasLabels ? 20 : 0)
      bottom = plotTop + Self.height
      for (column, panel) in row.enumerated() {
        let left = Double(column) * (width + gap)
        if let label = panel.label {
          var lettering = Lettering.label
          lettering.isBold = true
          scene.lines(
            Array(metrics.lines(of: label, size: 14, isBold: true, within: width).prefix(1)),
            Place(left, y + 8), lettering)
        }
        let plot = ScorePlot(
          panel: panel,
          scale: LinearScale(
            lower: scale.lower, upper: scale.upper, start: bottom, end: plotTop),
          left: left + gutter, right: left + width)
        plot.drawBands(chart.bands, into: &scene)
        for (tick, text) in zip(ticks, texts) {
          let place = plot.scale.position(of: tick)
          scene.line(Place(left + gutter, place), Place(left + width, place), Palette.grid)
          scene.text(text, Place(left + gutter - 6, place + 4.5), .detail.anchored(.end))
        }
        if column == row.count - 1 {
          plot.name(chart.bands, names, at: left + width + 6, into: &scene)
        }
        end = max(end, plot.drawJourneys(into: &scene))
      }
      y = end + 16
    }
    return (bottom, end)
  }
}

/// One group's scores over time.
private struct ScorePlot {
  let panel: ScoreTravel.Panel
  let scale: LinearScale
  let left: Double
  let right: Double

  /// Whether several journeys share the panel, so that their marks are narrow.
  private var isSlim: Bool { panel.journeys.count > 1 }

  /// Shades every second band, so that neighbours can be told apart.
  func drawBands(_ bands: [PlottedBand], into scene: inout Scene) {
    for (index, band) in bands.enumerated() where index.isMultiple(of: 2) {
      scene.rectangle(
        left: left, top: scale.position(of: band.upper), right: right,
        bottom: scale.position(of: band.lower), .colour(Palette.wash))
    }
  }

  /// Writes the bands' names beside them, none over another.
  func name(
    _ bands: [PlottedBand], _ names: [[String]], at x: Double, into scene: inout Scene
  ) {
    var lowest = scale.start + 6
    for (band, lines) in zip(bands, names) {
      let height = Double(lines.count) * Lettering.detail.leading
      let middle = (scale.position(of: band.lower) + scale.position(of: band.upper)) / 2
      let top = min(middle - height / 2, lowest - height)
      scene.lines(lines, Place(x, top + 12), .detail)
      lowest = top - 2
    }
  }

  /// Draws the journeys and returns where their words end.
  func drawJourneys(into scene: inout Scene) -> Double {
    let places = Places(panel.journeys, from: left, to: right)
    scene.line(Place(left, scale.start), Place(right, scale.start), Palette.outline)
    for (journey, place) in zip(panel.journeys, places.journeys) {
      guard let before = journey.before.mean.number, let after = journey.after.mean.number else {
        continue
      }
      scene.marks.append(
        .polyline(
          [
            Place(place.start, scale.position(of: before)),
            Place(place.end, scale.position(of: after)),
          ], Stroke(colour: Palette.blue, width: 1.5)))
    }
    for (journey, place) in zip(panel.journeys, places.journeys) {
      mark(journey.before, at: place.start, isBefore: true, into: &scene)
      mark(journey.after, at: place.end, isBefore: false, into: &scene)
    }
    nameMeans(places, into: &scene)
    return nameTimes(places, into: &scene)
  }

  private func mark(
    _ spread: ScoreTravel.Spread, at x: Double, isBefore: Bool, into scene: inout Scene
  ) {
    guard let mean = spread.mean.number else { return }
    if let middle = spread.middle {
      scene.middleHalf(
        from: scale.position(of: middle.upper), to: scale.position(of: middle.lower), at: x,
        width: isSlim ? 7 : 11, isBefore: isBefore)
    }
    scene.dot(
      Place(x, scale.position(of: mean)), radius: isSlim ? 4.5 : 5.5, colour: Palette.blue,
      isOpen: isBefore)
  }

  /// Writes the means: before to the left of its mark, where it is the only one; after above or below its mark, where
  /// there is room.
  private func nameMeans(_ places: Places, into scene: inout Scene) {
    let journeys = Array(zip(panel.journeys, places.journeys))
    if !isSlim, let (journey, place) = journeys.first, let mean = journey.before.mean.number {
      scene.text(
        journey.before.mean.label, Place(place.start - 11, scale.position(of: mean) + 5),
        Lettering.value.anchored(.end).haloed)
    }
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    for (journey, place) in journeys.reversed() {
      guard let after = journey.after.mean.number else {
        empty(journey.after.mean.label, at: place.end, places, into: &scene)
        continue
      }
      let ends = [after, journey.after.middle?.lower, journey.after.middle?.upper]
        .compactMap { $0 }.map(scale.position)
      let half = scene.metrics.width(of: journey.after.mean.label, size: 15, isBold: true) / 2
      let across = (place.end - half - 3)...(place.end + half + 3)
      let above = (ends.min() ?? scale.end) - 7
      let below = (ends.max() ?? scale.start) + 17
      let falls = (journey.before.mean.number ?? after) > after
      let choices = (falls ? [below, above] : [above, below]).filter {
        $0 - 12 >= scale.end && $0 <= scale.start
      }
      let free = choices.first { y in
        !taken.contains { $0.x.overlaps(across) && abs($0.y - y) < 16 }
      }
      guard let y = free else { continue }
      taken.append((across, y))
      scene.text(
        journey.after.mean.label, Place(place.end, y), Lettering.value.anchored(.middle).haloed)
    }
  }

  /// The empty place of scores that may not be shown.
  private func empty(_ label: String, at x: Double, _ places: Places, into scene: inout Scene) {
    let room = min(places.step - 6, 120)
    let lines = scene.metrics.lines(of: label, size: 13, within: max(room - 8, 40))
    let middle = (scale.start + scale.end) / 2
    let half = Double(lines.count) * Lettering.detail.leading / 2 + 6
    let width = (lines.map { scene.metrics.width(of: $0, size: 13) }.max() ?? 0) + 12
    let from = min(max(x - width / 2, left), right - width)
    scene.slot(from: from, to: from + width, top: middle - half, bottom: middle + half)
    var lettering = Lettering.detail.anchored(.middle).haloed
    lettering.colour = Palette.ink
    scene.lines(lines, Place(from + width / 2, middle - half + 18), lettering)
  }

  /// Writes the times under the axis, on a second line where the first has no room; returns where they end.
  private func nameTimes(_ places: Places, into scene: inout Scene) -> Double {
    let metrics = scene.metrics
    let first = (places.journeys.map(\.start).min() ?? left)
    let last = (places.journeys.map(\.start).max() ?? left)
    let names =
      [(x: (first + last) / 2, text: "before")]
      + zip(panel.journeys, places.journeys).map { (x: $1.end, text: $0.label) }
    var rows: [[ClosedRange<Double>]] = []
    for name in names {
      let lines = metrics.lines(of: name.text, size: 14, within: right - left)
      let half = (lines.map { metrics.width(of: $0, size: 14) }.max() ?? 0) / 2
      let x = min(max(name.x, left + half), right - half)
      let across = (x - half - 4)...(x + half + 4)
      func isFree(_ row: Int) -> Bool {
        row >= rows.count || !rows[row].contains { $0.overlaps(across) }
      }
      let row = (0...rows.count).first { row in lines.indices.allSatisfy { isFree(row + $0) } } ?? 0
      for (place, line) in lines.enumerated() {
        if row + place >= rows.count { rows.append([]) }
        rows[row + place].append(across)
        let y = scale.start + 20 + Double(row + place) * Lettering.label.leading
        scene.text(line, Place(x, y), Lettering.label.anchored(.middle).haloed)
      }
      scene.line(Place(name.x, scale.start), Place(name.x, scale.start + 5), Palette.outline)
    }
    return scale.start + 24 + Double(max(rows.count, 1) - 1) * Lettering.label.leading
  }
}

/// Where the journeys of a panel begin and end.
private struct Places {
  let journeys: [(start: Double, end: Double)]
  /// The room of one follow-up.
  let step: Double

  init(_ journeys: [ScoreTravel.Journey], from left: Double, to right: Double) {
    // Room for the mean before on the left, where it is written, and for half a mean on the right.
    let first = left + (journeys.count > 1 ? 16 : 52)
    let last = right - 26
    let room = last - first
    let spread = min(10, room / 8)
    let times = journeys.compactMap(\.time)
    let greatest = times.max() ?? 0
    let isTimed = times.count == journeys.count && (times.min() ?? 0) > 0
    step = room / Double(max(journeys.count, 1))
    self.journeys = journeys.enumerated().map { index, journey in
      // Beside one another, so that none of several bars hides another.
      let start = first + Double(index) * spread
      let share =
        isTimed ? (journey.time ?? 0) / greatest : Double(index + 1) / Double(journeys.count)
      return (start, max(first + share * room, start + 14))
    }
  }
}

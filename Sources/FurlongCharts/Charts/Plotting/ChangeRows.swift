/// The changes of `ScoreTravel`, each on one axis with a line where nothing changed.
struct ChangeRows {
  private let chart: ScoreTravel

  init(_ chart: ScoreTravel) { self.chart = chart }

  /// Draws the changes of one panel and returns where they end.
  ///
  /// - Parameter least: where the axis ends at the earliest; nil = where the rows end.
  func draw(
    into scene: inout Scene, from left: Double, top: Double, least: Double?
  ) -> Double {
    let metrics = scene.metrics
    let journeys = chart.panels.first?.journeys ?? []
    let heading = metrics.lines(of: chart.changeLabel, size: 13, within: scene.width - left)
    scene.lines(heading, Place(left, top + 12), .detail)
    let plotTop = top + 12 + Double(heading.count) * Lettering.detail.leading - 6
    let hasNames = journeys.count > 1
    let natural = (hasNames ? 66.0 : 70.0) * Double(max(journeys.count, 1)) + 8
    let plotBottom = max(plotTop + natural, least ?? 0)
    let axis = ValueAxis(
      .linear, covering: journeys.flatMap(\.change.extent) + [0], from: left + 10,
      to: scene.width - 14, format: chart.changeTicks)
    axis.draw(into: &scene, top: plotTop, bottom: plotBottom, reference: 0)
    let bands = BandScale(count: journeys.count, start: plotTop, end: plotBottom)
    for (index, journey) in journeys.enumerated() {
      let y = bands.centre(of: index) + (hasNames ? 17 : 6)
      if hasNames { scene.text(journey.label, Place(left, y - 34), Lettering.label.haloed) }
      guard let number = journey.change.number else {
        scene.emptyPlace(journey.change.label, from: left + 10, to: scene.width - 2, at: y - 2)
        continue
      }
      scene.estimate(journey.change, on: axis, at: y, shape: .diamond, colour: Palette.blue)
      scene.result(
        journey.change.label, above: axis.position(of: number), at: y - 14, from: left,
        clearOf: axis.position(of: 0), Lettering.value)
    }
    return plotBottom + 22
  }

  /// Draws the changes of all panels, a row each, and returns where they end.
  func drawAll(into scene: inout Scene, top: Double, width: ChartWidth) -> Double {
    let rows = chart.panels.flatMap { panel in
      panel.journeys.map { journey in
        IntervalRows.Row(
          [panel.label, journey.label].compactMap { $0 }.joined(separator: ", "),
          detail: journey.detail, journey.change, isOverall: true)
      }
    }
    IntervalRows(
      rows: rows, axisLabel: chart.changeLabel, reference: 0, ticks: chart.changeTicks
    ).draw(into: &scene, from: top, width: width)
    return scene.height
  }
}

/// The look of an estimate's mark.
enum EstimateShape: Sendable {
  case dot
  case openDot
  case diamond
}

extension Scene {
  /// Draws an interval as a line and its estimate as a mark; an end beyond the axis becomes an
  /// arrow.
  mutating func estimate(
    _ estimate: PlottedEstimate, on axis: ValueAxis, at y: Double, shape: EstimateShape,
    colour: String
  ) {
    guard let number = estimate.number else { return }
    if let interval = estimate.interval {
      let left = axis.position(of: interval.lower)
      let right = axis.position(of: interval.upper)
      line(Place(left, y), Place(right, y), colour, width: 3, isRound: true)
      if !axis.holds(interval.lower) {
        triangle(Place(left, y), pointing: .left, radius: 5, colour: colour)
      }
      if !axis.holds(interval.upper) {
        triangle(Place(right, y), pointing: .right, radius: 5, colour: colour)
      }
    }
    let place = Place(axis.position(of: number), y)
    switch shape {
    case .dot: dot(place, colour: colour)
    case .openDot: dot(place, colour: colour, isOpen: true)
    case .diamond: diamond(place, colour: colour)
    }
  }

  /// Writes a result above its mark, clear of the line where there is no difference: centred, else beside
  /// the line, else over a gap in it.
  mutating func result(
    _ label: String, above x: Double, at y: Double, from left: Double, clearOf line: Double,
    _ lettering: Lettering
  ) {
    let length = metrics.width(of: label, size: lettering.size, isBold: lettering.isBold)
    let farthest = max(left, width - 1 - length)
    let gap = 6.0
    let centred = min(max(x - length / 2, left), farthest)
    func isClear(_ start: Double) -> Bool {
      start >= left && start <= farthest && (start + length <= line - gap || start >= line + gap)
    }
    let start = [centred, line - gap - length, line + gap].filter(isClear)
      .min { abs($0 - centred) < abs($1 - centred) }
    if start == nil {
      rectangle(
        left: centred - 2, top: y - lettering.size, right: centred + length + 2, bottom: y + 4,
        .colour(Palette.paper))
    }
    text(label, Place(start ?? centred, y), lettering.anchored(.start).haloed)
  }

  /// The empty place of an estimate that may not be shown, its words beside or inside it.
  mutating func emptyPlace(_ label: String, from left: Double, to right: Double, at y: Double) {
    let room = metrics.width(of: label, size: 14) + 20
    let end = min(right, max(left + 40, left + room))
    slot(from: left, to: end, top: y - 12, bottom: y + 12)
    text(label, Place((left + end) / 2, y + 5), Lettering.label.anchored(.middle).haloed)
  }
}

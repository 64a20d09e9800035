/// A chart laid out: shapes and texts at their places, ready to be written as SVG.
public struct Scene: Hashable, Sendable {
  let width: Double
  var height: Double = 0
  var marks: [Mark] = []
  let metrics = ArialMetrics()

  init(_ width: ChartWidth) {
    self.width = width.units
  }

  mutating func line(
    _ from: Place, _ to: Place, _ colour: String, width: Double = 1, dashes: String? = nil,
    isRound: Bool = false
  ) {
    marks.append(
      .line(
        from: from, to: to,
        Stroke(colour: colour, width: width, dashes: dashes, isRound: isRound)))
  }

  /// A bar; its length never goes below a hair, so that a small number still shows.
  mutating func bar(
    from left: Double, to right: Double, centre: Double, thickness: Double, _ fill: Fill,
    outline: String? = nil
  ) {
    marks.append(
      .rectangle(
        corner: Place(left, centre - thickness / 2), width: max(right - left, 1.5),
        height: thickness, radius: min(2, (right - left) / 2), fill,
        outline.map { Stroke(colour: $0, width: 1) }))
  }

  /// The empty, dashed place of something that may not be shown.
  mutating func slot(from left: Double, to right: Double, top: Double, bottom: Double) {
    marks.append(
      .rectangle(
        corner: Place(left, top), width: right - left, height: bottom - top, radius: 2, .hatch,
        Stroke(colour: Palette.outline, width: 1.2, dashes: "4 3")))
  }

  mutating func rectangle(
    left: Double, top: Double, right: Double, bottom: Double, _ fill: Fill, radius: Double = 0,
    outline: Stroke? = nil
  ) {
    marks.append(
      .rectangle(
        corner: Place(left, top), width: right - left, height: bottom - top, radius: radius, fill,
        outline))
  }

  mutating func dot(_ centre: Place, radius: Double = 5.5, colour: String, isOpen: Bool = false) {
    marks.append(
      .circle(
        centre: centre, radius: radius, .colour(isOpen ? Palette.paper : colour),
        Stroke(colour: isOpen ? colour : Palette.paper, width: isOpen ? 2.2 : 1.2)))
  }

  mutating func diamond(_ centre: Place, radius: Double = 8, colour: String) {
    let corners = [
      Place(centre.x - radius, centre.y), Place(centre.x, centre.y - radius),
      Place(centre.x + radius, centre.y), Place(centre.x, centre.y + radius),
    ]
    marks.append(
      .polygon(corners, .colour(colour), Stroke(colour: Palette.paper, width: 1.2)))
  }

  /// A triangle that points right, left, up or down.
  mutating func triangle(_ centre: Place, pointing: Direction, radius: Double, colour: String) {
    let r = radius
    let corners =
      switch pointing {
      case .up: [Place(-r, r * 0.8), Place(0, -r), Place(r, r * 0.8)]
      case .down: [Place(-r, -r * 0.8), Place(0, r), Place(r, -r * 0.8)]
      case .left: [Place(r * 0.8, -r), Place(-r, 0), Place(r * 0.8, r)]
      case .right: [Place(-r * 0.8, -r), Place(r, 0), Place(-r * 0.8, r)]
      }
    marks.append(
      .polygon(corners.map { Place($0.x + centre.x, $0.y + centre.y) }, .colour(colour), nil))
  }

  /// Sets one line of text; it is moved inwards if it would leave the drawing.
  ///
  /// Returns the left and right ends of the line as set.
  @discardableResult
  mutating func text(_ text: String, _ place: Place, _ lettering: Lettering) -> ClosedRange<Double>
  {
    let length = metrics.width(of: text, size: lettering.size, isBold: lettering.isBold)
    let lead: Double =
      switch lettering.anchor {
      case .start: 0
      case .middle: length / 2
      case .end: length
      }
    var left = min(place.x - lead, width - length - 1)
    left = max(left, 0)
    marks.append(.text(text, at: Place(left + lead, place.y), lettering))
    return left...(left + length)
  }

  /// Sets lines of text one below another, the first on the place given.
  mutating func lines(_ lines: [String], _ place: Place, _ lettering: Lettering) {
    for (index, line) in lines.enumerated() {
      text(line, Place(place.x, place.y + Double(index) * lettering.leading), lettering)
    }
  }
}

/// Where a triangle points.
enum Direction: Sendable {
  case up
  case down
  case left
  case right
}

extension Lettering {
  /// The distance from one line to the next.
  var leading: Double { (size * 1.25).rounded() }

  static let label = Lettering()
  static let value = Lettering(size: 15, isBold: true)
  static let detail = Lettering(size: 13, colour: Palette.soft)

  func anchored(_ anchor: Anchor) -> Lettering {
    var copy = self
    copy.anchor = anchor
    return copy
  }

  var haloed: Lettering {
    var copy = self
    copy.hasHalo = true
    return copy
  }
}

/// A place on the drawing, measured right and down from its corner.
struct Place: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A line's colour, width and dashes.
struct Stroke: Hashable, Sendable {
  var colour: String
  var width: Double = 1
  var dashes: String?
  var isRound = false
}

/// What a shape is filled with.
enum Fill: Hashable, Sendable {
  case none
  case colour(String)
  case hatch
}

/// How a text is set.
struct Lettering: Hashable, Sendable {
  enum Anchor: String, Sendable { case start, middle, end }

  var size: Double = 14
  var isBold = false
  var colour = Palette.ink
  var anchor = Anchor.start
  /// A white edge around the letters, for text that stands on lines.
  var hasHalo = false
}

/// What a drawing is made of.
enum Mark: Hashable, Sendable {
  case line(from: Place, to: Place, Stroke)
  case rectangle(corner: Place, width: Double, height: Double, radius: Double, Fill, Stroke?)
  case circle(centre: Place, radius: Double, Fill, Stroke?)
  case polygon([Place], Fill, Stroke?)
  case polyline([Place], Stroke)
  case text(String, at: Place, Lettering)
}

/// A drawing as a file of its own, with the size at which it stands on A4.
struct PlacedDrawing {
  /// At this width letters of 13 units in 640 are just over 8 points high.
  static let narrowest = 140
  private static let widest = 156
  private static let highest = 190.0

  /// The SVG, its size in millimetres on it.
  let text: String
  /// The width in millimetres.
  let width: Double

  /// The drawing; nil where it may not stand in a report (see `DrawingCheck`) or has no size of its own.
  init?(_ drawing: String) {
    guard DrawingCheck().allows(drawing), let start = drawing.firstRange(of: "<svg"),
      let end = drawing[start.upperBound...].firstIndex(of: ">"),
      let box = drawing[..<end].firstRange(of: "viewBox=\"")
    else { return nil }
    let sides = drawing[box.upperBound..<end].prefix { $0 != "\"" }.split(separator: " ")
      .compactMap { Double($0) }
    guard sides.count == 4, sides[2] > 0, sides[3] > 0 else { return nil }
    let ratio = sides[3] / sides[2]
    let width = max(
      Double(Self.narrowest), min(Double(Self.widest), (Self.highest / ratio).rounded(.down)))
    self.width = width
    guard !drawing[..<end].contains(" width=") else {
      text = drawing
      return
    }
    let height = (width * ratio * 100).rounded() / 100
    var sized = drawing
    sized.insert(
      contentsOf:
        " width=\"\(JSONNode.shortest(width))mm\" height=\"\(JSONNode.shortest(height))mm\"",
      at: start.upperBound)
    text = sized
  }
}

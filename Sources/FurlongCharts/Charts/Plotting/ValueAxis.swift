/// Whether equal differences or equal ratios have equal lengths.
public enum AxisKind: String, Codable, Hashable, Sendable {
  /// Differences and levels.
  case linear
  /// Ratios.
  case logarithmic
}

/// A horizontal axis: places, round values and their texts.
struct ValueAxis: Sendable {
  private enum Scale: Sendable {
    case linear(LinearScale)
    case logarithmic(LogScale)
  }

  private let scale: Scale
  let start: Double
  let end: Double
  let ticks: [Double]
  private let texts: [String]

  /// An axis that holds the values.
  init(
    _ kind: AxisKind, covering values: [Double], from start: Double, to end: Double,
    format: TickFormat
  ) {
    self.start = start
    self.end = end
    let steps = max(2, Int((end - start) / 72))
    switch kind {
    case .linear:
      let linear = LinearScale(covering: values, steps: steps, start: start, end: end)
      scale = .linear(linear)
      ticks = linear.ticks(about: steps + 1)
    case .logarithmic:
      let positive = values.filter { $0 > 0 && $0.isFinite }
      let low = (positive.min() ?? 0.5) / 1.12
      let high = (positive.max() ?? 2) * 1.12
      let logarithmic = LogScale(lower: low, upper: high, start: start, end: end)
      scale = .logarithmic(logarithmic)
      ticks = logarithmic.ticks(atMost: steps + 2)
    }
    texts = format.texts(for: ticks)
  }

  /// An axis that ends where the values end instead of at a round value.
  init(exact values: [Double], from start: Double, to end: Double) {
    self.start = start
    self.end = end
    let linear = LinearScale(
      lower: values.min() ?? 0, upper: values.max() ?? 1, start: start, end: end)
    scale = .linear(linear)
    ticks = linear.ticksWithEnds(about: max(2, Int((end - start) / 72)))
    texts = TickFormat().texts(for: ticks)
  }

  func position(of value: Double) -> Double {
    switch scale {
    case .linear(let scale): scale.position(of: value)
    case .logarithmic(let scale): scale.position(of: value)
    }
  }

  func holds(_ value: Double) -> Bool {
    switch scale {
    case .linear(let scale): value >= scale.lower && value <= scale.upper
    case .logarithmic(let scale): value >= scale.lower && value <= scale.upper
    }
  }

  /// Draws the pale grid over one stretch and the numbers below it.
  func draw(into scene: inout Scene, top: Double, bottom: Double, reference: Double?) {
    draw(into: &scene, strips: [(top, bottom)], bottom: bottom, reference: reference)
  }

  /// Draws the pale grid over strips, so that it does not cross the labels between them, and the
  /// numbers below; a number without room is left out, its line stays.
  func draw(
    into scene: inout Scene, strips: [(top: Double, bottom: Double)], bottom: Double,
    reference: Double?
  ) {
    for strip in strips {
      for tick in ticks {
        let x = position(of: tick)
        scene.line(Place(x, strip.top), Place(x, strip.bottom), Palette.grid)
      }
      if let reference {
        let x = position(of: reference)
        scene.line(Place(x, strip.top), Place(x, strip.bottom), Palette.ink, width: 1.5)
      }
    }
    var used: [ClosedRange<Double>] = []
    let order = ticks.indices.sorted { one, other in
      let first = ticks[one] == reference
      let second = ticks[other] == reference
      return first == second ? one < other : first
    }
    for index in order {
      let x = position(of: ticks[index])
      let half = scene.metrics.width(of: texts[index], size: 13) / 2
      let left = min(max(x - half, 0), scene.width - 2 * half - 1)
      let place = (left - 4)...(left + 2 * half + 4)
      if used.contains(where: { $0.overlaps(place) }) { continue }
      used.append(place)
      scene.text(texts[index], Place(x, bottom + 18), .detail.anchored(.middle))
    }
  }
}

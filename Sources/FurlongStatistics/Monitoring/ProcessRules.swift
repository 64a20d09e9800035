/// A named, versioned set of rules by which a control chart is read.
///
/// Every rule that is added finds more, and more of what it finds is chance: a set is chosen before the data are
/// seen, and its name is reported with what it found.
public struct ProcessRules: Codable, Equatable, Sendable {
  /// What an equal value does to a trend.
  public enum Repeats: String, Codable, CaseIterable, Sendable {
    /// It ends the trend.
    case end
    /// It neither ends the trend nor counts.
    case skip
  }

  /// The name with its version, to be reported.
  public var name: String
  /// How many points in a row on one side of the centre are a shift; a point on the centre ends a run.
  public var shift: Int
  /// How many points in a row, each above the one before, are a trend.
  public var trend: Int
  /// What an equal value does to a trend.
  public var repeats: Repeats
  /// Whether a point beyond a limit counts as one near it, where two of three are near.
  public var nearHoldsBeyond: Bool

  /// Rules with a name.
  public init(
    name: String, shift: Int, trend: Int, repeats: Repeats, nearHoldsBeyond: Bool
  ) {
    self.name = name
    self.shift = shift
    self.trend = trend
    self.repeats = repeats
    self.nearHoldsBeyond = nearHoldsBeyond
  }

  /// The rules of NHS England's Making Data Count as NHSRplotthedots applies them.
  ///
  /// A point beyond a limit; 7 points on one side of the mean; 7 points in a row, each higher (or lower) than the one
  /// before; of three points in a row on one side of the mean, two between the near line and the limit. Version 1 is
  /// what the source of NHSRplotthedots does at its commit f7891af.
  public static let makingDataCount = ProcessRules(
    name: "nhs-making-data-count/1", shift: 7, trend: 7, repeats: .end, nearHoldsBeyond: false)

  /// The signals in points in their order, by kind and then by place.
  ///
  /// A shift or a trend is one signal however long it goes on. No rule changes a limit: a process that has shifted is
  /// reported, never rebased. O(n).
  ///
  /// - Parameter points: in the order of time, without gaps.
  /// - Throws: `outsideRange` where a shift or a trend needs fewer than 3 points.
  public func signals(
    in points: [ProcessPoint]
  ) throws(StatisticsError) -> [ProcessSignal] {
    for (what, length) in [("points of a shift", shift), ("points of a trend", trend)]
    where length < 3 {
      throw .outsideRange(what: "number of \(what)", value: Double(length), expected: "3 or more")
    }
    var signals: [ProcessSignal] = []
    for (place, point) in points.enumerated() where point.beyond != 0 {
      signals.append(
        ProcessSignal(
          kind: .beyondLimit, direction: .init(sign: point.beyond), points: [place]))
    }
    for run in SameSideRuns(sides: points.map(\.side), zeros: .end).runs
    where run.points.count >= shift {
      signals.append(
        ProcessSignal(kind: .shift, direction: .init(sign: run.side), points: run.points))
    }
    for climb in Climbs(points.map(\.value), repeats: repeats).climbs
    where climb.steps + 1 >= trend {
      signals.append(
        ProcessSignal(kind: .trend, direction: .init(sign: climb.sign), points: climb.points))
    }
    return signals + nearLimits(points)
  }

  private func nearLimits(_ points: [ProcessPoint]) -> [ProcessSignal] {
    var signals: [ProcessSignal] = []
    var place = 0
    var last: (sign: Int, window: Int, near: [Int])?
    while place + 2 < points.count {
      defer { place += 1 }
      let window = place...(place + 2)
      let side = points[place].side
      guard side != 0, window.allSatisfy({ points[$0].side == side }) else { continue }
      let near = window.filter { isNear(points[$0]) }
      guard near.count >= 2 else { continue }
      // Windows that share a point tell of the same thing.
      if let open = last, open.sign == side, place <= open.window + 2 {
        last = (side, place, open.near + near.filter { !open.near.contains($0) })
      } else {
        if let open = last { signals.append(nearSignal(open.sign, open.near)) }
        last = (side, place, near)
      }
    }
    if let open = last { signals.append(nearSignal(open.sign, open.near)) }
    return signals
  }

  private func isNear(_ point: ProcessPoint) -> Bool {
    point.beyondNear != 0 && (nearHoldsBeyond || point.beyond == 0)
  }

  private func nearSignal(_ sign: Int, _ near: [Int]) -> ProcessSignal {
    ProcessSignal(kind: .nearLimit, direction: .init(sign: sign), points: near)
  }
}

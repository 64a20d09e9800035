/// What a paper's figures say, with what follows from them.
struct PublishedFacts {
  private let summary: PublishedSummary
  private let n: Double
  /// The mean change that is said, or the difference of the means.
  private let meanChange: Double?
  private var sdChange: Double?
  /// t with the sign of the mean change.
  private var signedT: Double?
  private var notes: [EffectReadingNote] = []

  init(_ summary: PublishedSummary) throws(StatisticsError) {
    if summary.count < 2 { throw .tooFew(of: "persons", count: summary.count, needed: 2) }
    let figures = [
      summary.meanBefore, summary.meanAfter, summary.meanChange, summary.t, summary.sdBefore,
      summary.sdAfter, summary.sdChange, summary.correlation,
    ]
    try requireFinite(figures.compactMap { $0 }, "figures of the summary")
    for sd in [summary.sdBefore, summary.sdAfter, summary.sdChange] {
      if let sd, sd < 0 {
        throw .outsideRange(what: "standard deviation", value: sd, expected: "0 or more")
      }
    }
    if let r = summary.correlation, abs(r) > 1 {
      throw .outsideRange(what: "correlation", value: r, expected: "from -1 to 1")
    }
    self.summary = summary
    n = Double(summary.count)
    var change = summary.meanChange
    if change == nil, let before = summary.meanBefore, let after = summary.meanAfter {
      change = after - before
    }
    meanChange = change
    signedT = summary.t
    if let t = summary.t, let change, t * change < 0 {
      signedT = -t
      notes.append(.signOfMeanChange)
    }
    sdChange = summary.sdChange
    workOutSpread()
  }

  /// The standard deviation of the changes where it is not said: of r, or else of t.
  private mutating func workOutSpread() {
    if sdChange != nil { return }
    if let r = summary.correlation, let s1 = summary.sdBefore, let s2 = summary.sdAfter {
      let apart = s1 - s2
      sdChange = (apart * apart + 2 * (1 - r) * s1 * s2).squareRoot()
      notes.append(.sdChangeFromCorrelation)
    } else if let t = signedT, let change = meanChange, t != 0, change != 0 {
      sdChange = abs(change / t) * n.squareRoot()
      notes += [.pairedT, .sdChangeFromT]
    }
  }

  /// The sizes that the figures allow, in no order.
  mutating func readings(
    _ sizes: StandardisedMeanChange
  ) throws(StatisticsError) -> [EffectReading] {
    if let change = try pairedChange(confidence: sizes.confidence) {
      var answers = [
        try sizes.dz(of: change), try sizes.dav(of: change), try sizes.drm(of: change),
        try sizes.db(of: change),
      ]
      // Two pairs have no g.
      if change.count > 2 {
        answers += [
          try sizes.gz(of: change), try sizes.gav(of: change), try sizes.grm(of: change),
          try sizes.gb(of: change),
        ]
      }
      return answers.map { EffectReading($0, notes: notes) }
    }
    return try changeReadings(sizes) + occasionReadings(sizes)
  }

  /// The change as if its values were at hand, or nil where some figure of it is unknown.
  private mutating func pairedChange(
    confidence: Double
  ) throws(StatisticsError) -> PairedChange? {
    guard let change = meanChange, let spread = sdChange, spread > 0,
      let s1 = summary.sdBefore, let s2 = summary.sdAfter, s1 > 0, s2 > 0
    else { return nil }
    var r = summary.correlation
    if r == nil {
      notes.append(.correlationFromSdChange)
      // Rounded figures may put a close agreement a hair beyond 1.
      let raw = (s1 * s1 + s2 * s2 - spread * spread) / (2 * s1 * s2)
      if abs(raw) > 1.005 {
        throw .outsideRange(
          what: "correlation that the figures imply", value: raw, expected: "from -1 to 1")
      }
      r = max(-1, min(1, raw))
    }
    // Where people began shifts nothing that is read here.
    let before = summary.meanBefore ?? 0
    return try PairedTTest(confidence: confidence).change(
      from: GroupSummary(count: summary.count, mean: before, sd: s1),
      to: GroupSummary(count: summary.count, mean: before + change, sd: s2),
      meanChange: change, sdChange: spread, correlation: r)
  }

  /// d_z and g_z: of the changes' mean and spread, or of t alone; with r also d_rm and g_rm.
  private func changeReadings(
    _ sizes: StandardisedMeanChange
  ) throws(StatisticsError) -> [EffectReading] {
    var notes = notes.filter { $0 != .sdChangeFromT }
    var t = signedT
    if let change = meanChange, let spread = summary.sdChange, spread > 0 {
      t = change / spread * n.squareRoot()
      notes = []
    } else if !notes.contains(.pairedT) {
      notes.append(.pairedT)
    }
    guard let t else { return [] }
    let count = summary.count
    var answers = [try sizes.dz(t: t, count: count)]
    if count > 2 { answers.append(try sizes.gz(t: t, count: count)) }
    if let r = summary.correlation {
      answers.append(try sizes.drm(t: t, count: count, correlation: r))
      if count > 2 { answers.append(try sizes.grm(t: t, count: count, correlation: r)) }
    }
    return answers.map { EffectReading($0, notes: notes) }
  }

  /// d_av and d_b, of what the occasions alone say.
  private func occasionReadings(
    _ sizes: StandardisedMeanChange
  ) throws(StatisticsError) -> [EffectReading] {
    guard let change = meanChange, let s1 = summary.sdBefore, s1 > 0 else { return [] }
    let count = summary.count
    let j = count > 2 ? try HedgesCorrection().factor(df: n - 1) : nil
    var answers: [EffectReading] = []
    func add(_ name: EffectSizeName, _ corrected: EffectSizeName, _ size: Double) {
      answers.append(EffectReading(name, size, notes: [.correlationUnknown]))
      if let j { answers.append(EffectReading(corrected, j * size, notes: [.correlationUnknown])) }
    }
    if let s2 = summary.sdAfter {
      add(.dav, .gav, change / ((s1 * s1 + s2 * s2) / 2).squareRoot())
    }
    if let spread = sdChange, spread > 0 {
      let names: [EffectSizeName] = j == nil ? [.db] : [.db, .gb]
      for name in names {
        let size = try sizes.ownSpreads(
          name, meanChange: change, sdChange: spread, sdBefore: s1, count: count)
        answers.append(EffectReading(size, notes: notes))
      }
    } else {
      add(.db, .gb, change / s1)
    }
    return answers
  }
}

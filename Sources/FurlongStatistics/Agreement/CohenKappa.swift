/// How far two coders agree beyond what their own frequencies would give.
public struct CohenKappa: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default.
  public var weights: CategoryWeights
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the weights of disagreements and the confidence of the interval.
  public init(weights: CategoryWeights = .identity, confidence: Double = 0.95) {
    self.weights = weights
    self.confidence = confidence
  }

  /// The agreement of two coders.
  ///
  /// ```
  /// κ = (p_o − p_e) / (1 − p_e)      p_o = Σ w_ij n_ij / n      p_e = Σ w_ij n_i· n_·j / n²
  /// var κ  = (Σ p_ij (w_ij − (w̄_i· + w̄_·j)(1 − κ))² − (κ − p_e (1 − κ))²) / (n (1 − p_e)²)
  /// var₀ κ = (Σ p_i· p_·j (w_ij − (w̄_i· + w̄_·j))² − p_e²) / (n (1 − p_e)²)
  /// highest = (Σ min(p_i·, p_·i) − p_e) / (1 − p_e)
  /// ```
  ///
  /// w̄_i· is the mean weight of a row at the other coder's frequencies. The interval is κ ± z·SE, cut at
  /// −1 and 1; it supposes independent units, which the characters of a text are not. O(q²).
  /// Cohen 1960, doi:10.1177/001316446002000104; weighted: Cohen 1968, doi:10.1037/h0026256; variances:
  /// Fleiss, Cohen & Everitt 1969, doi:10.1037/h0028106. Agrees with statsmodels 0.15 to 1e-12.
  ///
  /// - Parameter table: square: rows are the first coder's categories, columns the second's, cells
  ///   counts of units.
  /// - Returns: the agreement; κ is nil where both coders used one and the same category throughout, so
  ///   that nothing varies.
  /// - Throws: `unequalLengths` for a table that is not square, `outsideRange` for a negative count or
  ///   for weights that are none, `tooFew` for an empty table.
  public func agreement(_ table: [[Int]]) throws(StatisticsError) -> Agreement {
    try requireLevel(confidence)
    let margins = try TableMargins(table)
    let total = margins.total
    let w = try weights.matrix(of: table.count)
    var agreed = 0.0
    var products = 0.0
    for i in table.indices {
      for j in table.indices {
        agreed += w[i][j] * Double(table[i][j])
        products += w[i][j] * margins.rows[i] * margins.columns[j]
      }
    }
    // From whole numbers, so that no order of the categories changes a bit.
    let observed = agreed / total
    let expected = products / (total * total)
    if 1 - expected <= 1e-15 {
      return Agreement(units: Int(total), observed: observed, expected: expected)
    }
    let kappa = (observed - expected) / (1 - expected)
    let errors = standardErrors(table, margins, w, kappa: kappa, expected: expected)
    let level = confidence
    let critical = try normalQuantile(confidence: level)
    return Agreement(
      units: Int(total), observed: observed, expected: expected, kappa: kappa,
      standardError: errors.own,
      interval: ConfidenceInterval(
        around: kappa, by: critical * errors.own, level: confidence),
      z: errors.chance > 0 ? kappa / errors.chance : nil,
      highest: weights == .identity ? highest(margins, expected) : nil)
  }

  private func standardErrors(
    _ table: [[Int]], _ margins: TableMargins, _ w: [[Double]], kappa: Double, expected: Double
  ) -> (own: Double, chance: Double) {
    let total = margins.total
    let rows = margins.rows.map { $0 / total }
    let columns = margins.columns.map { $0 / total }
    let count = table.count
    let ofRow = (0..<count).map { i in (0..<count).reduce(0.0) { $0 + columns[$1] * w[i][$1] } }
    let ofColumn = (0..<count).map { j in (0..<count).reduce(0.0) { $0 + rows[$1] * w[$1][j] } }
    // About their means, which are κ − p_e(1 − κ) and −p_e: where all slopes are the same, as where one
    // coder used a single category, squares less a square would leave rounding for an error.
    let centre = kappa - expected * (1 - kappa)
    var own = CompensatedSum()
    var chance = CompensatedSum()
    for i in 0..<count {
      for j in 0..<count {
        let mean = ofRow[i] + ofColumn[j]
        let apart = w[i][j] - mean * (1 - kappa) - centre
        own.add(Double(table[i][j]) / total * apart * apart)
        let apartByChance = w[i][j] - mean + expected
        chance.add(rows[i] * columns[j] * apartByChance * apartByChance)
      }
    }
    let rounding = 64 * Double.ulpOfOne * (1 + abs(centre))
    func error(_ variance: Double) -> Double {
      let spread = variance.squareRoot()
      return spread <= rounding ? 0 : spread / (total.squareRoot() * (1 - expected))
    }
    return (error(own.total), error(chance.total))
  }

  private func highest(_ margins: TableMargins, _ expected: Double) -> Double {
    var most = 0.0
    for (row, column) in zip(margins.rows, margins.columns) { most += min(row, column) }
    return (most / margins.total - expected) / (1 - expected)
  }
}

/// The sums of a square table of counts.
struct TableMargins {
  let rows: [Double]
  let columns: [Double]
  let total: Double

  init(_ table: [[Int]]) throws(StatisticsError) {
    for row in table where row.count != table.count {
      throw .unequalLengths(table.count, row.count)
    }
    var rows = [Double](repeating: 0, count: table.count)
    var columns = rows
    for (i, row) in table.enumerated() {
      for (j, cell) in row.enumerated() {
        if cell < 0 {
          throw .outsideRange(what: "count", value: Double(cell), expected: "0 or more")
        }
        rows[i] += Double(cell)
        columns[j] += Double(cell)
      }
    }
    total = Double(try FurlongStatistics.total(of: table.joined(), "number of units"))
    if total == 0 { throw .tooFew(of: "units", count: 0, needed: 1) }
    self.rows = rows
    self.columns = columns
  }
}

extension ConfidenceInterval {
  /// The interval of a coefficient of agreement, cut at −1 and 1.
  ///
  /// Weights or missing codes can bring a coefficient below −1; the lower limit is then as it comes.
  init(around coefficient: Double, by half: Double, level: Double) {
    let low = coefficient - half
    self.init(
      low: coefficient < -1 ? low : max(-1, low), high: min(1, coefficient + half), level: level)
  }
}

/// The agreement of two coders.
public struct Agreement: Codable, Equatable, Sendable {
  /// How many units both coded.
  public let units: Int
  /// The proportion on which they agreed; with weights, the mean weight of their pairs of codes.
  public let observed: Double
  /// The proportion on which their frequencies alone would make them agree.
  public let expected: Double
  /// Cohen's κ, or nil where nothing varies and it is undefined.
  public let kappa: Double?
  /// The standard error of κ, or nil where κ is undefined.
  public let standardError: Double?
  /// The interval of κ, or nil where κ is undefined.
  public let interval: ConfidenceInterval?
  /// κ in the standard errors that it would have if it were 0; nil where these are 0.
  public let z: Double?
  /// The highest κ that the coders' frequencies allow; nil with weights, or where κ is undefined.
  public let highest: Double?

  init(
    units: Int, observed: Double, expected: Double, kappa: Double? = nil,
    standardError: Double? = nil, interval: ConfidenceInterval? = nil, z: Double? = nil,
    highest: Double? = nil
  ) {
    self.units = units
    self.observed = observed
    self.expected = expected
    self.kappa = kappa
    self.standardError = standardError
    self.interval = interval
    self.z = z
    self.highest = highest
  }
}

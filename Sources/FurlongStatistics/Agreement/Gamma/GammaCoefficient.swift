/// How far coders find the same units in texts and give them the same codes: Mathet's γ.
///
/// It sets the disorder of the best alignment of the coders' units against that of coders by chance, so it knows
/// which unit answers which. Units of one coder may overlap and have several codes.
public struct GammaCoefficient: Equatable, Sendable {
  /// How unlike units are, and when an alignment with three coders or more is given up.
  public var alignment: BestAlignment
  /// The seed of the coders by chance.
  public var seed: UInt64
  /// How near the mean of the coders by chance is to be: half its 95 % interval as a share of it.
  public var precision: Double
  /// The most continua that are drawn, however near the mean is.
  public var mostContinua: Int

  /// How many continua are drawn first, to see how much they vary.
  private static let first = 30

  /// Chooses the weights, the seed and how near the expected disorder is to be.
  public init(
    _ alignment: BestAlignment = BestAlignment(), seed: UInt64, precision: Double = 0.02,
    mostContinua: Int = 10_000
  ) {
    self.alignment = alignment
    self.seed = seed
    self.precision = precision
    self.mostContinua = mostContinua
  }

  /// γ of the texts that all coders read.
  ///
  /// ```
  /// γ = 1 − δ / δ_e        δ_e = mean disorder of the best alignments of n continua by chance
  /// n = max(30, ⌈(1.96 s / (p δ_e))²⌉), at most `mostContinua`
  /// ```
  ///
  /// s is the spread of the first 30, p the precision. The continua are those of ``ContinuumShuffle``; in them
  /// units of different texts may be aligned, in the texts they are not. 1 is perfect, 0 as by chance, below 0
  /// worse. Mathet, Widlöcher & Métivier 2015, doi:10.1162/COLI_a_00227. Agrees with pygamma-agreement 0.5.9,
  /// which computes in 32 bits, to six figures on the same continua. Each continuum costs an alignment.
  ///
  /// - Parameter texts: the texts, each with the same coders; a coder's spans may overlap.
  /// - Throws: as ``BestAlignment/align(_:)``; `outsideRange` for a precision that is not between 0 and 1, or
  ///   fewer than 30 continua.
  public func agreement(of texts: [CodedText]) throws(StatisticsError) -> GammaAgreement {
    if !(precision > 0 && precision < 1) {
      throw .outsideRange(
        what: "precision of the expected disorder", value: precision,
        expected: "between 0 and 1, such as 0.02")
    }
    if mostContinua < Self.first {
      throw .outsideRange(
        what: "number of continua by chance", value: Double(mostContinua),
        expected: "at least \(Self.first)")
    }
    let observed = try alignment.align(texts)
    let shuffle = try ContinuumShuffle(texts)
    guard shuffle.units > 0 else {
      return try answer(observed, texts, nil)
    }
    var disorders: [Double] = []
    func draw(to count: Int) throws(StatisticsError) -> Moments {
      for number in disorders.count..<max(count, disorders.count) {
        let continuum = shuffle.continuum(number, seed: seed)
        if let disorder = try alignment.align([continuum]).disorder { disorders.append(disorder) }
      }
      return try Moments(of: disorders, "disorders by chance")
    }
    let z = try normalQuantile(confidence: 0.95)
    let some = try draw(to: Self.first)
    let needed = some.mean > 0 ? z * some.sd / (precision * some.mean) : 0
    let all = try draw(to: Int(min((needed * needed).rounded(.up), Double(mostContinua))))
    let nearness =
      all.mean > 0 ? z * all.sd / (Double(all.count).squareRoot() * all.mean) : nil
    return try answer(
      observed, texts, (disorder: all.mean, continua: all.count, precision: nearness))
  }

  /// γ against an expected disorder that is known, such as the mean over given continua of what
  /// ``BestAlignment/align(_:)`` says of each.
  ///
  /// - Parameters:
  ///   - texts: the texts, each with the same coders; a coder's spans may overlap.
  ///   - expected: the disorder by chance, 0 or more.
  /// - Throws: as ``BestAlignment/align(_:)``; `outsideRange` for an expected disorder below 0.
  public func agreement(
    of texts: [CodedText], expected: Double
  ) throws(StatisticsError) -> GammaAgreement {
    if !(expected >= 0 && expected.isFinite) {
      throw .outsideRange(what: "expected disorder", value: expected, expected: "0 or more")
    }
    return try answer(
      alignment.align(texts), texts, (disorder: expected, continua: 0, precision: nil))
  }

  private func answer(
    _ observed: UnitAlignment, _ texts: [CodedText],
    _ chance: (disorder: Double, continua: Int, precision: Double?)?
  ) throws(StatisticsError) -> GammaAgreement {
    let read = try CodedSpans.readByAll(texts)
    var gamma: Double?
    if let disorder = observed.disorder, let chance, chance.disorder > 0 {
      gamma = 1 - disorder / chance.disorder
    }
    return GammaAgreement(
      texts: read.count, coders: read[0].coders.count,
      units: read.reduce(0) { $0 + $1.coders.reduce(0) { $0 + ($1 ?? []).count } },
      observed: observed.disorder, expected: chance?.disorder, continua: chance?.continua ?? 0,
      precision: chance?.precision, gamma: gamma, undefined: gamma == nil ? .noVariation : nil)
  }
}

/// γ with the disorders that it is made of.
public struct GammaAgreement: Codable, Equatable, Sendable {
  /// How many texts all coders read.
  public let texts: Int
  /// How many coders there are.
  public let coders: Int
  /// How many units they found together.
  public let units: Int
  /// The disorder of the best alignment, in multiples of what a unit and nothing count; nil without units.
  public let observed: Double?
  /// The mean disorder by chance; nil without units.
  public let expected: Double?
  /// How many continua by chance were drawn; 0 where the expected disorder was given.
  public let continua: Int
  /// Half the 95 % interval of the expected disorder, as a share of it; nil where it was given or is 0.
  public let precision: Double?
  /// γ; nil where there are no units, or chance has no disorder either.
  public let gamma: Double?
  /// Why there is no γ, or nil where there is one.
  public let undefined: AgreementDiagnostic?
}

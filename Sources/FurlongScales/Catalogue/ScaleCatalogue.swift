public import FurlongForms

/// The instruments that a study can use: those shipped and its own.
public struct ScaleCatalogue: Sendable, Equatable {
  /// The instruments, in order of id.
  public private(set) var instruments: [Instrument]

  /// A catalogue of these instruments.
  ///
  /// - Throws: `idTaken` where two have the same id.
  public init(_ instruments: [Instrument]) throws(ScaleError) {
    self.instruments = []
    for instrument in instruments { try add(instrument) }
  }

  /// The instruments that come with Furlong.
  ///
  /// - Throws: an error only where a shipped file is broken; tests read them all.
  public static func shipped() throws(FormError) -> ScaleCatalogue { try read.get() }

  /// Read once a program.
  private static let read = Result { () throws(FormError) -> ScaleCatalogue in
    var instruments: [Instrument] = []
    for (file, bytes) in ShippedFiles.all {
      instruments.append(try Instrument.read(String(decoding: bytes, as: UTF8.self), file: file))
    }
    return ScaleCatalogue(distinct: instruments)
  }

  /// Adds an instrument of the study's own.
  ///
  /// - Throws: `idTaken` where the id is in use.
  public mutating func add(_ instrument: Instrument) throws(ScaleError) {
    if instruments.contains(where: { $0.id == instrument.id }) { throw .idTaken(id: instrument.id) }
    instruments.append(instrument)
    instruments.sort { $0.id < $1.id }
  }

  /// All scores, in the order of their instruments.
  public var scales: [Scale] { instruments.flatMap(\.scales) }

  /// The score with an id.
  ///
  /// - Throws: `severalScores` for an instrument that has no total, `unknownScale` with the nearest id.
  public func scale(_ id: String) throws(ScaleError) -> Scale {
    if let scale = scales.first(where: { $0.id == id }) { return scale }
    if let instrument = instruments.first(where: { $0.id == id }) {
      throw .severalScores(instrument: id, scales: instrument.scales.map(\.id))
    }
    throw unknown(id, among: scales.map(\.id))
  }

  /// The instrument with an id.
  ///
  /// - Throws: `unknownScale`, with the nearest id and all that are known.
  public func instrument(_ id: String) throws(ScaleError) -> Instrument {
    if let instrument = instruments.first(where: { $0.id == id }) { return instrument }
    throw unknown(id, among: instruments.map(\.id))
  }

  private func unknown(_ id: String, among known: [String]) -> ScaleError {
    .unknownScale(id: id, nearest: NearestWord(among: known).to(id), known: known)
  }

  private init(distinct instruments: [Instrument]) {
    self.instruments = instruments.sorted { $0.id < $1.id }
  }
}

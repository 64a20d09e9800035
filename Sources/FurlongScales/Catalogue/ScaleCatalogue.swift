public import FurlongForms

/// The instruments that a study can use: those shipped and its own.
public struct ScaleCatalogue: Sendable, Equatable {
  /// The instruments, in order of id.
  public private(set) var scales: [Scale]

  /// A catalogue of these instruments.
  ///
  /// - Throws: `idTaken` where two have the same id.
  public init(_ scales: [Scale]) throws(ScaleError) {
    self.scales = []
    for scale in scales { try add(scale) }
  }

  /// The instruments that come with Furlong.
  ///
  /// - Throws: an error only where a shipped file is broken; tests read them all.
  public static func shipped() throws(FormError) -> ScaleCatalogue {
    let files = [
      ("bdi2.yaml", PackageResources.bdi2_yaml),
      ("qpr15.yaml", PackageResources.qpr15_yaml),
      ("swemwbs.yaml", PackageResources.swemwbs_yaml),
    ]
    var scales: [Scale] = []
    for (file, bytes) in files {
      scales.append(try Scale.read(String(decoding: bytes, as: UTF8.self), file: file))
    }
    return ScaleCatalogue(distinct: scales)
  }

  /// Adds an instrument of the study's own.
  ///
  /// - Throws: `idTaken` where the id is in use.
  public mutating func add(_ scale: Scale) throws(ScaleError) {
    if scales.contains(where: { $0.id == scale.id }) { throw .idTaken(id: scale.id) }
    scales.append(scale)
    scales.sort { $0.id < $1.id }
  }

  /// The instrument with an id.
  ///
  /// - Throws: `unknownScale`, with the nearest id and all that are known.
  public func scale(_ id: String) throws(ScaleError) -> Scale {
    if let scale = scales.first(where: { $0.id == id }) { return scale }
    let known = scales.map(\.id)
    throw .unknownScale(id: id, nearest: NearestWord(among: known).to(id), known: known)
  }

  private init(distinct scales: [Scale]) { self.scales = scales }
}

/// The codes on which coders are compared, and what counts for each.
///
/// A code that is not compared itself counts for the nearest code above it that is: compared by themes, all that was
/// found of a theme counts for it; compared one by one, each code counts for itself alone.
public struct ComparedCodes: Sendable, Equatable {
  /// The ids of the codes compared, in the order of the codebook.
  public let ids: [String]
  /// For what each id counts that a coding may have.
  private let meaning: [String: String]

  /// The codes of a codebook that stand for themselves, with all that belongs to each.
  public static func themes(of codebook: Codebook) -> ComparedCodes {
    ComparedCodes(codebook.themes.map(\.id), of: codebook)
  }

  /// Every code of a codebook, each for itself; retired ones too, as codings keep them.
  public static func all(of codebook: Codebook) -> ComparedCodes {
    ComparedCodes(codebook.codes.map(\.id), of: codebook)
  }

  /// Some codes of a codebook, each with what is below it.
  ///
  /// - Parameter ids: today's ids; others are left out.
  public init(_ ids: [String], of codebook: Codebook) {
    let chosen = Set(ids)
    self.ids = codebook.codes.map(\.id).filter(chosen.contains)
    var meaning: [String: String] = [:]
    for code in codebook.codes {
      var at: Codebook.Code? = code
      while let here = at, !chosen.contains(here.id) { at = here.parent.flatMap(codebook.code) }
      for name in [code.id] + code.was { meaning[name] = at?.id }
    }
    self.meaning = meaning
  }

  /// The code compared for which an id counts; nil where it counts for none.
  public func code(for id: String) -> String? { meaning[id] }
}

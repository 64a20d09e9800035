import FurlongScales

/// The scales that the tool knows, as a door shows them.
public struct ShippedScales: Sendable {
  /// One scale in a list.
  public struct Line: Codable, Sendable, Equatable {
    /// Its id in plans and mappings.
    public var id: String
    /// Its short name.
    public var name: String
    /// What it measures.
    public var measures: String
    /// Its range and direction in words.
    public var range: String
  }

  /// The shipped scales.
  public init() {}

  /// All of them, in order of id.
  public var lines: [Line] {
    Shipped.catalogue.scales.map { scale in
      Line(
        id: scale.id, name: scale.name, measures: scale.measures, range: ScalePage(scale).range)
    }.sorted { $0.id < $1.id }
  }

  /// Everything about one scale, in plain text.
  public func page(_ id: String) throws -> String {
    ScalePage(try Shipped.catalogue.scale(id)).text
  }
}

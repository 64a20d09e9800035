public import Foundation
import FurlongScales

/// The scales that the tool knows, as a door shows them.
public struct ShippedScales: Sendable {
  /// One scale in a list.
  public struct Line: Codable, Sendable, Equatable {
    /// Its id in plans and mappings.
    public var id: String
    /// The instrument that it is a score of.
    public var instrument: String
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
    Shipped.catalogue.instruments.flatMap { instrument in
      instrument.scales.map { scale in
        Line(
          id: scale.id, instrument: instrument.id, name: scale.name, measures: scale.measures,
          range: ScalePage(scale).range)
      }
    }
  }

  /// Everything about one scale, in plain text.
  public func page(_ id: String) throws -> String {
    let catalogue = Shipped.catalogue
    // One score is shown with its instrument.
    let owner = catalogue.instruments.first { $0.scales.contains { $0.id == id } }
    return ScalePage.text(of: try owner ?? catalogue.instrument(id))
  }

  /// What a file of a scale says, read as the tool reads it, in plain text.
  ///
  /// - Throws: the first mistake, with its line and column.
  public func check(_ file: URL) throws -> String {
    let name = file.lastPathComponent
    let text = try LoneForm.text(of: file)
    let instrument = try Instrument.read(text, file: name)
    var lines = [ScalePage.text(of: instrument), "The file is in order."]
    if Shipped.catalogue.instruments.contains(where: { $0.id == instrument.id }) {
      lines.append("The id '\(instrument.id)' is taken by a shipped scale: give it another.")
    }
    let ids = instrument.scales.map(\.id).joined(separator: ", ")
    lines.append("Put it in the study as scales/\(instrument.id).yaml; plans name it as: \(ids).")
    for scale in instrument.scales where scale.reliabilities.isEmpty && scale.changes.isEmpty {
      lines.append(
        "\(scale.name) has no reliability, so no report can say whose change is more than its own error: "
          + "leave 'reliability' out of its outcome, or give your own with its source.")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

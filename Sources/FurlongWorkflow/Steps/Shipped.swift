import FurlongScales
import FurlongStories
import FurlongStudy

/// What the tool brings with it: the catalogue of scales and the codebooks.
enum Shipped {
  /// The scales.
  static let catalogue: ScaleCatalogue = readable { try ScaleCatalogue.shipped() }
  /// The codebooks.
  static let codebooks: [Codebook] = readable {
    try Codebook.shippedIDs.compactMap { try Codebook.shipped($0) }
  }

  /// The reader of plans that may name them, and the instruments of the study's own folder.
  static func reader(of folder: StudyFolder, today: CalendarDay) throws -> StudyPlanReader {
    if let stop = Undecided.stop(folder) { throw stop }
    return StudyPlanReader(
      catalogue: try OwnScales(folder: folder).added(to: catalogue),
      codebooks: try OwnCodebooks(folder: folder).added(to: codebooks),
      costBooks: try OwnCosts(folder: folder).books(), today: today)
  }

  /// Shipped text is read by tests, so that it cannot be broken in a binary that was released.
  private static func readable<Value>(_ read: () throws -> Value) -> Value {
    do { return try read() } catch { fatalError("a shipped text is broken: \(error)") }
  }
}

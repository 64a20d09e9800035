import FurlongImport
import FurlongStudy

/// The ids of the registers of people, read when an export is first held against them.
final class RegisterIDs {
  private let registers: [ExportList.Export]
  private let fictional: Bool
  private(set) lazy var ids = read()

  init(_ exports: [ExportList.Export], fictional: Bool) {
    registers = exports.filter { $0.kind == .people }
    self.fictional = fictional
  }

  private func read() -> NearIdentifiers {
    var ids = NearIdentifiers(fictional: fictional)
    for register in registers {
      guard let source = register.source, let table = try? source.walk(name: register.file) else {
        continue
      }
      try? ids.add(table, map: source.map)
    }
    return ids
  }
}

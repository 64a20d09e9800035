import Foundation
import FurlongImport
import FurlongStudy

/// fixes/decisions.json: what people decided of the data, the oldest first.
///
/// JSON that people can read; the tool writes it, nobody edits it. It holds no identifier: people are named by keyed
/// hashes, rows by their numbers and marks.
struct DecisionBook: Codable, Equatable {
  /// The file's name from the study folder.
  static let file = "fixes/decisions.json"
  /// The form of the file.
  static let form = 1

  /// The form of this file.
  var form = DecisionBook.form
  /// The decisions, the oldest first.
  var decisions: [Decision] = []

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return encoder
  }

  /// The book of a study; an empty one where nothing was decided.
  ///
  /// - Throws: where it cannot be read, where a newer version wrote it, or where a decision was changed after it was written.
  static func read(_ folder: StudyFolder) throws(WorkflowError) -> DecisionBook {
    guard FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(file).path)
    else { return DecisionBook() }
    let data = Data(try folder.bytes(of: file))
    struct Form: Decodable { var form: Int }
    guard let found = try? JSONDecoder().decode(Form.self, from: data).form else {
      throw damaged("\(file) cannot be read")
    }
    guard found <= form else {
      throw WorkflowError(
        "\(file) was written by a newer Furlong (form \(found), this one knows \(form))", at: file,
        fix: "install the newer version: with this one the decisions in it would be lost",
        kind: .refused)
    }
    guard let book = try? JSONDecoder().decode(DecisionBook.self, from: data) else {
      throw damaged("\(file) cannot be read")
    }
    for (place, decision) in book.decisions.enumerated() {
      guard (try? decision.fittingSeal()) == decision.seal else {
        throw damaged(
          "decision \(place + 1) in \(file), of \(decision.on), was changed after it was written")
      }
    }
    return book
  }

  private static func damaged(_ what: String) -> WorkflowError {
    WorkflowError(
      what, at: file,
      fix:
        "put it back from a copy; to give up all decisions in it, move it out of the study folder",
      kind: .refused)
  }

  /// Adds a decision, sealed.
  mutating func add(_ decision: Decision) throws {
    var sealed = decision
    sealed.seal = try decision.fittingSeal()
    decisions.append(sealed)
  }

  /// Writes the book in place of the one of which it was made, whole or not at all; an empty one is taken away.
  ///
  /// - Throws: where another command has written a decision meanwhile, so that none is lost.
  func write(_ folder: StudyFolder, inPlaceOf former: DecisionBook) throws {
    let lock = FolderLock(
      folder.url.appendingPathComponent(Self.file).deletingLastPathComponent())
    defer { withExtendedLifetime(lock) {} }
    guard try Self.read(folder) == former else {
      throw WorkflowError(
        "another command decided something meanwhile, and \(Self.file) was changed", at: Self.file,
        fix: "run this again: nothing was lost, and nothing was written")
    }
    let place = folder.url.appendingPathComponent(Self.file)
    guard !decisions.isEmpty else {
      if FileManager.default.fileExists(atPath: place.path) {
        do { try FileManager.default.removeItem(at: place) } catch {
          throw WorkflowError(
            "\(Self.file) cannot be taken away", at: Self.file,
            fix: "check that you may write to the study folder")
        }
      }
      return
    }
    try WholeFile.write(try text(), to: place, permissions: 0o600)
  }

  /// The file's text.
  func text() throws -> [UInt8] {
    Array(try Self.encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  // MARK: What an import makes of it

  /// What was decided of identifiers, with this key.
  func people(key: [UInt8]) -> PeopleDecisions {
    var people = PeopleDecisions()
    for decision in made(with: key) {
      switch decision.matter {
      case .merge(let identifiers): people.merged.append(identifiers)
      case .apart(let own, let others):
        people.apart.append(PeopleDecisions.Apart(own: own, others: others))
      case .split, .correction: break
      }
    }
    return people
  }

  /// What was decided of the rows of each export, with this key: of the export's rows, however many mappings read them.
  func corrections(key: [UInt8]) -> [String: ExportCorrections] {
    var corrections: [String: ExportCorrections] = [:]
    for decision in made(with: key) {
      switch decision.matter {
      case .merge, .apart: break
      case .split(let rows):
        // Rows of several exports are one person: each export knows all of them.
        for file in Set(rows.map { ReadingName.export($0.file) }) {
          corrections[file, default: ExportCorrections()].strangers.append(
            ExportCorrections.Stranger(
              rows: rows.filter { ReadingName.export($0.file) == file }.map(\.row),
              person: rows.map(\.row.mark).min() ?? ""))
        }
      case .correction(let cells, let leftOut):
        for cell in cells {
          corrections[ReadingName.export(cell.file), default: ExportCorrections()].cells
            .append(cell.cell)
        }
        for row in leftOut {
          corrections[ReadingName.export(row.file), default: ExportCorrections()].leftOut
            .append(row.row)
        }
      }
    }
    return corrections
  }

  /// The decisions that were made with another key than this: none of their hashes can be found.
  func foreign(key: [UInt8]) -> [Decision] {
    let mark = KeyKeeper.mark(of: key)
    return decisions.filter { $0.key != mark }
  }

  private func made(with key: [UInt8]) -> [Decision] {
    let mark = KeyKeeper.mark(of: key)
    return decisions.filter { $0.key == mark }
  }
}

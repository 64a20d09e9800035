import Foundation
import FurlongTables

/// An export that no mapping reads yet: how it is written, as far as its bytes tell, and its table.
struct UnmappedFile {
  /// The file's name without its folder.
  let name: String
  let shape: TableShape
  let table: SourceTable
  /// Whether only its first rows were looked at.
  let isCut: Bool

  /// Reads a file.
  ///
  /// - Parameter sheet: the workbook's sheet; nil for the only one that holds anything.
  /// - Throws: what is wrong with the file, and what mends it.
  init(_ file: URL, sheet: String?) throws(WorkflowError) {
    name = file.lastPathComponent
    guard case .success(let opened) = FileBytes.open(at: file.path) else {
      throw WorkflowError(
        "\(name) cannot be opened", at: name,
        fix: "check that it exists, that it is a file and that you may read it")
    }
    let described = sheet == nil ? try PackageBeside(of: file)?.resource : nil
    do throws(TableError) {
      let found = try LookedAtBytes(opened, sheet: sheet, name: name)
      guard let found else { throw TableError(file: name, reason: .unreadable) }
      isCut = found.isCut
      var shape: TableShape
      if let described {
        shape = TableShape(described)
      } else {
        shape = try found.shape(sheet: sheet, name: name)
      }
      table = try found.table(shape, name: name)
      if let described {
        shape.questions = table.header.map { heading in
          described.fields.first { $0.name == heading }?.title ?? ""
        }
      }
      self.shape = shape
    } catch let fault {
      let isText = opened.beginning(8).map { !WorkbookReader.recognises($0) } ?? false
      let error = isText ? fault.ofText(called: name) : fault
      let isPredicate = ["is ", "has ", "holds ", "could "].contains(where: error.what.hasPrefix)
      let what = "\(name)\(isPredicate ? "" : ":") \(error.what)"
      if error.isNoTable, name.lowercased().hasSuffix(".txt") {
        throw WorkflowError(
          what, at: name, fix: "leave it if it is a note and no export; else export it again")
      }
      guard case .severalSheets(let names) = error.reason else {
        throw WorkflowError(what, at: name, fix: error.fix)
      }
      let choices = names.map { "`--sheet '\($0)'`" }.joined(separator: " or ")
      throw WorkflowError(what, at: name, fix: "say which: \(choices)")
    }
  }
}

import FurlongEvaluation
import FurlongForms

/// The study's books of prices: `costs/NAME.yaml`, moved from year to year by `costs/indices/NAME.yaml`.
struct OwnCosts {
  let folder: StudyFolder

  /// Their files, in order.
  var files: [String] {
    folder.files(in: "costs", ending: ".yaml") + folder.files(in: "costs/indices", ending: ".yaml")
  }

  /// The books.
  ///
  /// - Throws: the first mistake in a file, or a file that is not called as what it holds.
  func books() throws -> [CostBook] {
    let indices = try folder.files(in: "costs/indices", ending: ".yaml").map { file in
      let index = try PriceIndexReader().read(try folder.text(of: file), file: file)
      try require(file, isCalled: "costs/indices/\(index.id).yaml", id: index.id)
      return index
    }
    return try folder.files(in: "costs", ending: ".yaml").map { file in
      let book = try CostBookReader(indices: indices).read(try folder.text(of: file), file: file)
      try require(file, isCalled: "costs/\(book.id).yaml", id: book.id)
      return book
    }
  }

  private func require(_ file: String, isCalled name: String, id: String) throws {
    guard file == name else {
      throw WorkflowError(
        "\(file) has the id '\(id)'", at: file, fix: "call the file \(name), or mend its id")
    }
  }
}

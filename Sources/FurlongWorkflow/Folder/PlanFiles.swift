/// The files of a study folder on which its plan rests: its own instruments, codebooks and books of prices.
struct PlanFiles {
  let folder: StudyFolder

  /// Their names, in order.
  var all: [String] {
    OwnScales(folder: folder).files + OwnCodebooks(folder: folder).files
      + OwnCosts(folder: folder).files
  }

  /// By what a step's meaning knows a file: an instrument by its id, every other by its name.
  static func name(of file: String) -> String {
    guard file.hasPrefix("scales/") else { return file }
    return String(file.dropFirst("scales/".count).dropLast(".yaml".count))
  }
}

import FurlongForms
import FurlongScales

/// The instruments of a study's own: `scales/ID.yaml`, in the form of the catalogue's.
struct OwnScales {
  let folder: StudyFolder

  /// Their files, in order.
  var files: [String] { folder.files(in: "scales", ending: ".yaml") }

  /// The texts of all, one after another, with their names: what was read with them hangs on it.
  func text() throws -> String {
    try files.map { "\($0)\n\(try folder.text(of: $0))" }.joined(separator: "\n")
  }

  /// A catalogue that has them too.
  ///
  /// - Parameter undecided: whether a scale of which something is to be decided stops, or is left out.
  /// - Throws: the first mistake in a file, an id that is taken, or a file that is not called as its instrument.
  func added(
    to catalogue: ScaleCatalogue, leavingOut undecided: Bool = false
  ) throws -> ScaleCatalogue {
    var all = catalogue
    for file in files {
      let text = try folder.text(of: file)
      if undecided, Undecided(text) != nil { continue }
      let instrument = try Instrument.read(text, file: file)
      if file != "scales/\(instrument.id).yaml" {
        throw WorkflowError(
          "\(file) holds the scale '\(instrument.id)'", at: file,
          fix: "call the file scales/\(instrument.id).yaml, or mend its id")
      }
      do throws(ScaleError) {
        try all.add(instrument)
      } catch {
        throw WorkflowError("\(file): \(error.what)", at: file, fix: error.fix)
      }
    }
    return all
  }
}

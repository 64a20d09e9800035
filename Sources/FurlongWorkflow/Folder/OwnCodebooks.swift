import FurlongForms
import FurlongStories

/// The codebooks of a study's own: `codebooks/ID.yaml`, in the form of those shipped.
struct OwnCodebooks {
  let folder: StudyFolder

  /// Their files, in order.
  var files: [String] { folder.files(in: "codebooks", ending: ".yaml") }

  /// The shipped codebooks and the study's own, which may stand in the place of one that is shipped.
  ///
  /// - Throws: the first mistake in a file, or a file that is not called as its codebook.
  func added(to shipped: [Codebook]) throws -> [Codebook] {
    var all = shipped
    for file in files {
      let codebook = try Codebook.read(try folder.text(of: file), file: file)
      if file != "codebooks/\(codebook.id).yaml" {
        throw WorkflowError(
          "\(file) holds the codebook '\(codebook.id)'", at: file,
          fix: "call the file codebooks/\(codebook.id).yaml, or mend its id")
      }
      all.removeAll { $0.id == codebook.id }
      all.append(codebook)
    }
    return all
  }
}

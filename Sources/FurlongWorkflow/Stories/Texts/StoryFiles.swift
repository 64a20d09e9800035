import FurlongImport
import FurlongStories

/// The files of stories: `stories/`, each named by a row of an export that says who told it and what was agreed to.
struct StoryFiles: Sendable {
  /// The folder of these files.
  static let name = "stories"

  let folder: StudyFolder

  /// SHA-256 of what the files hold, with their names; empty where there are none.
  var digest: String {
    let sums = folder.files(in: Self.name).map { file in
      "\(file)\n" + ((try? folder.bytes(of: file)).map { Digest.of($0) } ?? "")
    }
    return sums.isEmpty ? "" : Digest.of(Array(sums.joined(separator: "\n").utf8))
  }

  /// The words of a file that a row names.
  var texts: StoryTexts {
    { name in
      let files = folder.files(in: Self.name)
      guard files.contains("\(Self.name)/\(name)"),
        let bytes = try? folder.bytes(of: "\(Self.name)/\(name)")
      else {
        return .failure(
          StoryTextFault(
            "There is no file of this name in stories/.",
            fix:
              "Put it there under the name that the row gives, or mend the name where the export was made."
          ))
      }
      do throws(StoryFileError) {
        return .success(try StoryFileText.read(bytes, name: name))
      } catch {
        return .failure(StoryTextFault("The file is not read: \(error.what).", fix: error.fix))
      }
    }
  }
}

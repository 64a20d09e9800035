import FurlongForms
import FurlongImport

extension OwnScaleDraft {
  /// Its file, from the study folder.
  var file: String { "scales/\(id).yaml" }

  /// The file of a scale that the catalogue does not have, for a person to complete.
  var text: String {
    """
    # A scale that the catalogue does not have, as far as its columns tell. docs/guides/scales.md lists every key.
    furlong_scale: 1
    id: \(id)
    name: \(YAMLText.quoted(name))
    full_name: \(YAMLText.quoted(name))
    measures: \(YAMLText.quoted(measured))
    better: \(better.map { "\($0)                              # check" } ?? "DECIDE                              # higher or lower")
    scores: { from: \(scores.lowerBound), to: \(scores.upperBound)\(step == 1 ? "" : ", step: \(step)") }                  # check: the range that was seen
    licence: not known
    not_checked:
      - No reliability is known, so nobody's change on it can be judged; the average change can.

    """
  }

  /// The name within a sentence: not `wHO-5`.
  private var measured: String {
    let isName = name.dropFirst().prefix(while: { !$0.isWhitespace }).contains(where: \.isUppercase)
    return isName ? name : name.prefix(1).lowercased() + name.dropFirst()
  }
}

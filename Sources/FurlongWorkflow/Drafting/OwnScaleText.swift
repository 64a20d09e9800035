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
    measures: \(YAMLText.quoted(name.prefix(1).lowercased() + name.dropFirst()))
    better: higher                              # check
    scores: { from: \(scores.lowerBound), to: \(scores.upperBound) }                  # check: the range that was seen
    licence: not known
    not_checked:
      - No reliability is known, so nobody's change on it can be judged; the average change can.

    """
  }
}

/// Where a node stands in the tree of its file; a chain, so that a path costs nothing until it is printed.
final class FormPlace: Sendable {
  enum Step: Sendable {
    case key(String)
    case position(Int)
  }

  let parent: FormPlace?
  let step: Step?

  static let root = FormPlace(parent: nil, step: nil)

  private init(parent: FormPlace?, step: Step?) {
    self.parent = parent
    self.step = step
  }

  func key(_ key: String) -> FormPlace { FormPlace(parent: self, step: .key(key)) }

  func position(_ position: Int) -> FormPlace { FormPlace(parent: self, step: .position(position)) }

  /// `outcomes[2].scale`; empty for the whole file.
  var path: String {
    let above = parent?.path ?? ""
    return switch step {
    case nil: ""
    case .key(let key): (above.isEmpty ? "" : above + ".") + shortened(key)
    case .position(let position): above + "[\(position)]"
    }
  }
}

/// A word of the file as messages quote it: not longer than a line.
func shortened(_ word: String) -> String {
  let line = word.prefix { !$0.isNewline }
  return line.count > 60 ? line.prefix(59) + "…" : line.count < word.count ? line + "…" : word
}

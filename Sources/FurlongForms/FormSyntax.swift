import Yams

/// Says the parser's complaints in words for people who write forms.
struct FormSyntax {
  let source: FormSource

  func error(_ error: YamlError) -> FormError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return words(problem, at: mark, context)
    case .duplicatedKeysInMapping(let keys, let context):
      return twice(keys.first ?? "", first: context.mark)
    default:
      return source.error(at: 0, "the file cannot be read as YAML", fix: "check how it was saved")
    }
  }

  /// The parser marks the first of two equal keys; people look for the second.
  private func twice(_ key: String, first: Mark) -> FormError {
    if let line = source.line(of: key, after: first.line, column: first.column) {
      return FormError(
        file: source.file, line: line, column: first.column,
        what:
          "key '\(shortened(key))' stands twice in the same table (first in line \(first.line))",
        fix: "keep one of them")
    }
    return place(
      first, "key '\(shortened(key))' stands twice in the same table", fix: "keep one of them")
  }

  private func words(_ problem: String, at mark: Mark, _ context: YamlError.Context?) -> FormError {
    let opened = context?.mark ?? mark
    switch problem {
    case "found undefined alias":
      return place(mark, FormSource.anchors.what, fix: FormSource.anchors.fix)
    case "but found another document":
      return place(mark, "a second document begins here (---)", fix: "one file holds one document")
    case "mapping values are not allowed in this context":
      return place(
        mark, "a colon stands where no key can be",
        fix: "put a value that holds ': ' in quotes, or mend the indentation")
    case "found character that cannot start any token":
      let sign = source.scalar(line: mark.line, column: mark.column)
      return sign == "\t"
        ? place(mark, "a tab stands where spaces belong", fix: "indent with spaces")
        : place(mark, "a value cannot begin with this sign", fix: "put the value in quotes")
    case "found unexpected end of stream":
      return place(opened, "a quote opened here never closes", fix: "close it")
    case "could not find expected ':'":
      return place(opened, "a line is neither a key nor a value", fix: "write key: value")
    case "did not find expected ',' or ']'":
      return place(
        opened, "a list opened here with [ is not closed in time", fix: "check its commas and ]")
    case "did not find expected ',' or '}'":
      return place(
        opened, "a table opened here with { is not closed in time", fix: "check its commas and }")
    case "did not find expected key", "did not find expected '-' indicator":
      return place(
        mark, "this line does not fit the lines above it",
        fix: "mend the indentation, or put the value in quotes")
    case _ where problem.hasPrefix("Maximum nesting level"):
      return place(
        mark, "values are nested more than \(FormReader.deepest) levels deep",
        fix: "write it flatter")
    case "found undefined tag handle", "did not find expected tag URI":
      return place(
        mark, "tags (!name) are not read", fix: "put a text that begins with ! in quotes")
    default:
      return place(mark, "not YAML: \(problem)", fix: "check the indentation and the quotes here")
    }
  }

  private func place(_ mark: Mark, _ what: String, fix: String) -> FormError {
    FormError(file: source.file, line: mark.line, column: mark.column, what: what, fix: fix)
  }
}

import FurlongForms

extension Codebook {
  /// The codebook as the text of its file, which reads back as the same.
  public var text: String {
    var lines = [
      "furlong_codebook: 1", "id: \(YAMLText.word(id))", "name: \(YAMLText.quoted(name))",
      "source: \(YAMLText.quoted(source))",
    ]
    if let doi { lines.append("doi: \(YAMLText.quoted(doi))") }
    lines.append("codes:")
    for code in themes { lines += self.lines(of: code, indent: "  ") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of code: Code, indent: String) -> [String] {
    var lines = [
      "\(indent)- id: \(YAMLText.word(code.id))",
      "\(indent)  label: \(YAMLText.quoted(code.label))",
      "\(indent)  description: \(YAMLText.quoted(code.description))",
    ]
    let more = [
      ("include", code.include), ("exclude", code.exclude), ("example", code.example),
      ("key", code.key),
    ]
    for (key, words) in more {
      if let words { lines.append("\(indent)  \(key): \(YAMLText.quoted(words))") }
    }
    if !code.was.isEmpty {
      lines.append("\(indent)  was: [\(code.was.map(YAMLText.quoted).joined(separator: ", "))]")
    }
    if code.isRetired { lines.append("\(indent)  retired: yes") }
    let children = codes.filter { $0.parent == code.id }
    if !children.isEmpty {
      lines.append("\(indent)  codes:")
      for child in children { lines += self.lines(of: child, indent: indent + "    ") }
    }
    return lines
  }
}

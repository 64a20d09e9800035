import FurlongForms

/// What a study.yaml says, key by key: comments, blank lines, quotes, layout and the order of keys do not count.
///
/// Members of a list are named by their id, scale or column, so that one more does not move the others. What stands under
/// `report:` is left out: who reads the report and the words that people add to it are written when the results are
/// known, and change no number.
struct PlanMeaning: Equatable {
  /// One value and where it stands: `occasions[a-year].to` in parts.
  struct Leaf: Equatable {
    var path: [String]
    var text: String

    var key: String { Self.key(path) }

    static func key(_ path: some Sequence<String>) -> String {
      path.reduce("") { key, part in
        key.isEmpty || part.hasPrefix("[") ? key + part : key + "." + part
      }
    }
  }

  /// One difference between two plans.
  struct Change: Codable, Equatable, Sendable {
    /// The key that differs.
    var key: String
    /// What stood there; nil where it is new.
    var was: String?
    /// What stands there; nil where it is gone.
    var now: String?

    /// Whether the key ends in a place in a list, which says less than the value does.
    private var isNumbered: Bool {
      guard key.hasSuffix("]"), let start = key.lastIndex(of: "[") else { return false }
      return Int(key[key.index(after: start)...].dropLast()) != nil
    }

    /// The difference in words.
    var words: String {
      switch (was, now) {
      case (nil, nil): key + " is new"
      case (nil, let now?): key + " is new" + (isNumbered ? ": '\(now)'" : "")
      case (let was?, nil): key + " is gone" + (isNumbered ? ": it was '\(was)'" : "")
      case (let was?, let now?): "\(key) is '\(now)' and was '\(was)'"
      }
    }
  }

  /// The values, in the order of the file.
  let leaves: [Leaf]

  /// Reads a plan's text.
  init(_ text: String, file: String = "study.yaml") throws(FormError) {
    var leaves: [Leaf] = []
    for entry in try FormNode.read(text, file: file).entries() where entry.key != "report" {
      try Self.gather(entry.value, at: [entry.key], into: &leaves)
    }
    self.leaves = leaves
  }

  /// SHA-256 of the values in order of their keys: the same for the same meaning.
  var digest: String {
    let lines = leaves.map { "\($0.key) \($0.text.utf8.count):\($0.text)\n" }.sorted()
    return Digest.of(Array(("furlong plan meaning 1\n" + lines.joined()).utf8))
  }

  /// How it differs from an earlier plan, in the order of this file; what is gone stands last.
  func changes(since earlier: PlanMeaning) -> [Change] {
    var changes: [Change] = []
    let former = Dictionary(earlier.leaves.map { ($0.path, $0.text) }) { first, _ in first }
    let present = Dictionary(leaves.map { ($0.path, $0.text) }) { first, _ in first }
    for leaf in leaves where former[leaf.path] != leaf.text {
      if let was = former[leaf.path] {
        changes.append(Change(key: leaf.key, was: was, now: leaf.text))
      } else {
        changes.append(Change(key: earlier.missing(leaf.path), was: nil, now: leaf.text))
      }
    }
    for leaf in earlier.leaves where present[leaf.path] == nil {
      changes.append(Change(key: missing(leaf.path), was: leaf.text, now: nil))
    }
    // A whole member that is new or gone is one change.
    var told: Set<String> = []
    return changes.filter { told.insert($0.key).inserted }
  }

  /// The shortest part of a path of which this plan has nothing.
  private func missing(_ path: [String]) -> String {
    for length in 1...path.count
    where !leaves.contains(where: { $0.path.starts(with: path.prefix(length)) }) {
      return Leaf.key(path.prefix(length))
    }
    return Leaf.key(path)
  }

  private static func gather(
    _ node: FormNode, at path: [String], into leaves: inout [Leaf]
  ) throws(FormError) {
    if node.isTable {
      for entry in try node.entries() {
        try gather(entry.value, at: path + [entry.key], into: &leaves)
      }
    } else if node.isList {
      var names: [String: Int] = [:]
      for (position, member) in try node.list().enumerated() {
        let name = try self.name(member) ?? String(position + 1)
        names[name, default: 0] += 1
        let place = names[name] == 1 ? "[\(name)]" : "[\(name) \(names[name] ?? 0)]"
        try gather(member, at: path + [place], into: &leaves)
      }
    } else if !node.isEmpty {
      leaves.append(Leaf(path: path, text: try node.text()))
    }
  }

  /// By what a member of a list is known.
  private static func name(_ node: FormNode) throws(FormError) -> String? {
    guard node.isTable else { return nil }
    let entries = try node.entries()
    for key in ["id", "scale", "column"] {
      if let entry = entries.first(where: { $0.key == key }), !entry.value.isTable,
        !entry.value.isList, !entry.value.isEmpty
      {
        return try entry.value.text()
      }
    }
    return nil
  }
}

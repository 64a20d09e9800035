extension Codebook {
  /// What it is called.
  var heading: CodebookHeading { CodebookHeading(id: id, name: name, source: source, doi: doi) }

  /// The GUID of a code: the same for the same ids of codebook and code.
  func guid(of code: String) -> QDAGUID { QDAGUID("code", [id, code]) }

  /// The codes as other tools have them: what their format has no place for stands below the description, a line each.
  ///
  /// Retired codes may be given in other tools, since a stretch may have them.
  var exchanged: [QDAProject.Code] {
    let ids = Set(codes.map(\.id))
    func tree(below parent: String?) -> [QDAProject.Code] {
      codes.filter { code in (code.parent.map(ids.contains) ?? false ? code.parent : nil) == parent
      }
      .map { code in
        QDAProject.Code(
          guid: guid(of: code.id), name: code.label, description: CodeFields.written(code),
          children: tree(below: code.id))
      }
    }
    return tree(below: nil)
  }
}

/// The fields of a code that other tools have no place for.
private enum CodeFields {
  private static let include = "Include"
  private static let exclude = "Exclude"
  private static let example = "Example"
  private static let id = "Id"
  private static let key = "Key"
  private static let was = "Earlier id"
  private static let retired = "Retired"

  static func written(_ code: Codebook.Code) -> String {
    let maybe = [
      (include, code.include), (exclude, code.exclude), (example, code.example), (id, code.id),
      (key, code.key), (retired, code.isRetired ? "yes" : nil),
    ]
    return FieldLines.written(
      code.description,
      maybe.compactMap { label, value in value.map { (label, $0) } } + code.was.map { (was, $0) })
  }

  /// The code of a description; its id is empty where it does not say one.
  static func read(_ code: QDAProject.Code) -> Codebook.Code {
    let (words, fields) = FieldLines.read(
      code.description, labels: [include, exclude, example, id, key, was, retired])
    func value(_ label: String) -> String? { fields.first { $0.label == label }?.value }
    var read = Codebook.Code(id: value(id) ?? "", label: code.name, description: words)
    read.include = value(include)
    read.exclude = value(exclude)
    read.example = value(example)
    read.key = value(key)
    read.was = fields.filter { $0.label == was }.map(\.value)
    read.isRetired = value(retired) == "yes" || !code.isCodable
    return read
  }
}

extension QDAProject {
  /// The codebook of a project, and the ids of its codes by their GUIDs.
  ///
  /// A code keeps the id that Furlong wrote below its description. Others get one of the letters of their name; where that is
  /// another's, the id of the code above stands before it, and a number behind it where that does not do. Codes that may not be
  /// given are retired ones.
  ///
  /// - Parameter id: its id where the file does not say one.
  public func codebook(id: String) -> (codebook: Codebook, ids: [QDAGUID: String]) {
    var taken = TakenCodes(codes)
    for code in codes { taken.take(code, below: nil) }
    let codebook = Codebook(
      id: heading?.id ?? id, name: heading?.name ?? (name.isEmpty ? id : name),
      source: heading?.source ?? origin, doi: heading?.doi, codes: taken.codes)
    return (codebook, taken.ids)
  }
}

/// The codes of a codebook while they are taken from a project.
private struct TakenCodes {
  private(set) var codes: [Codebook.Code] = []
  private(set) var ids: [QDAGUID: String] = [:]
  private var names: UniqueNames
  /// The ids that the file says and no code has yet.
  private var free: Set<String>
  private var keys: Set<String> = []

  init(_ codes: [QDAProject.Code]) {
    func said(_ codes: [QDAProject.Code]) -> [String] {
      codes.flatMap { [CodeFields.read($0).id] + said($0.children) }
    }
    let reserved: Set = [Coding.readWord, "none"]
    free = Set(said(codes)).subtracting(reserved).subtracting([""])
    names = UniqueNames(taken: free.union(reserved))
  }

  mutating func take(_ given: QDAProject.Code, below parent: String?) {
    var code = CodeFields.read(given)
    code.parent = parent
    if free.remove(code.id) == nil { code.id = newID(code.label, below: parent) }
    code.was = code.was.filter { names.take($0) }
    if let key = code.key,
      !key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) || !keys.insert(key).inserted
    {
      code.key = nil
    }
    codes.append(code)
    if ids[given.guid] == nil { ids[given.guid] = code.id }
    for child in given.children { take(child, below: code.id) }
  }

  private mutating func newID(_ label: String, below parent: String?) -> String {
    let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }
    let id = words.isEmpty ? "code" : words.joined(separator: "-")
    if names.take(id) { return id }
    return names.unique(parent.map { "\($0)-\(id)" } ?? id, joint: "-")
  }
}

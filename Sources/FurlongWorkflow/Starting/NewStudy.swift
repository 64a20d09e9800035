public import Foundation

/// A new study folder: a commented plan and a commented mapping of each kind.
public struct NewStudy: Sendable {
  /// What the plan begins as.
  public enum Template: String, CaseIterable, Sendable {
    /// A year before and after, with money as a comment.
    case usual
    /// 18 months before and after with what they cost, as commissioners of colleges were told before.
    case months18 = "18-months"
  }

  /// The study's id, of small letters, digits and hyphens.
  public let id: String
  /// What the plan begins as.
  public let template: Template

  /// A new study of that id; nil = the folder's name, as far as an id may hold it.
  public init(id: String?, folder: URL, template: Template = .usual) {
    self.template = template
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789")
    let name = id ?? folder.standardizedFileURL.lastPathComponent.lowercased()
    let made = String(name.map { allowed.contains($0) ? $0 : "-" })
    self.id = made.allSatisfy { $0 == "-" } ? "my-study" : made
  }

  /// The files of the folder, as path and text.
  func files() -> [(path: String, text: String)] {
    let maps: [(String, [UInt8])] = [
      ("people", PackageResources.people_map_yaml),
      ("caseload", PackageResources.caseload_map_yaml),
      ("attendance", PackageResources.attendance_map_yaml),
      ("scores", PackageResources.scores_map_yaml),
      ("events", PackageResources.events_map_yaml),
      ("detentions", PackageResources.detentions_map_yaml),
      ("stories", PackageResources.stories_map_yaml),
      ("codings", PackageResources.codings_map_yaml),
      ("units", PackageResources.units_map_yaml),
    ]
    let plan = template.plan(String(decoding: PackageResources.study_yaml, as: UTF8.self))
    return [("study.yaml", plan.replacing("STUDY-ID", with: id))]
      + maps.map { ("maps/\($0.0).map.yaml.example", String(decoding: $0.1, as: UTF8.self)) }
      + Self.costs
  }

  /// Examples of a book of prices and of an index, as path and text.
  static var costs: [(path: String, text: String)] {
    [
      ("costs/our-trust.yaml.example", PackageResources.our_trust_costs_yaml),
      ("costs/indices/prices.yaml.example", PackageResources.prices_index_yaml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }

  /// Writes the folder; refuses where a study stands already.
  ///
  /// - Parameters:
  ///   - folder: where it is to stand.
  ///   - dryRun: whether to write nothing.
  /// - Returns: the files, as paths from the folder.
  public func write(to folder: URL, dryRun: Bool = false) throws -> [String] {
    guard
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("study.yaml").path)
    else {
      throw WorkflowError(
        "\(folder.relativePath) holds a study.yaml already",
        fix: "name another folder; nothing was changed")
    }
    if dryRun { return files().map(\.path) }
    for (path, text) in files() {
      try WholeFile.write(Array(text.utf8), to: folder.appendingPathComponent(path))
    }
    try? FileManager.default.createDirectory(
      at: folder.appendingPathComponent("exports"), withIntermediateDirectories: true)
    return files().map(\.path)
  }
}

extension NewStudy.Template {
  /// The commented plan, as this template has it.
  fileprivate func plan(_ usual: String) -> String {
    guard self == .months18 else { return usual }
    var isMoney = false
    return usual.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      isMoney = line.hasPrefix("# costs:") || isMoney && !line.isEmpty
      let isCompleters = line.hasPrefix("# completers:") || line.hasPrefix("# sensitivity:")
      if isMoney || isCompleters { return String(line.dropFirst(2)) }
      return String(line).replacing(
        "12-months, label: 12 months,", with: "18-months, label: 18 months,"
      )
      .replacing("before: 12 months, after: 12 months", with: "before: 18 months, after: 18 months")
      .replacing("# - { id: completers, ", with: "- { id: completers,  ")
      .replacing("# - { id: money,     ask: money,  ", with: "- { id: money,       ask: money,  ")
      .replacing(
        "events: [bed-day, contact] }", with: "events: [bed-day, contact], groups: [completers] }")
    }.joined(separator: "\n")
  }
}

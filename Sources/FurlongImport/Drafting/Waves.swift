import FurlongScales

/// The occasions of a study that numbers them, such as T0, T1 and T2, in their order: the first is the start, the last the end, those
/// between keep their own names.
struct Waves {
  /// What is numbered, as headings and words have it.
  private static let families: Set<String> = ["t", "time", "timepoint", "wave", "visit"]

  /// Of labels such as `t1` the plan's id; only of those that are told by the others beside them.
  private var ids: [String: String] = [:]
  /// The labels in order, where there are more than two.
  private(set) var inOrder: [String] = []

  /// The occasions of an export.
  ///
  /// - Parameter labels: of all of its occasions, also of those that are not numbered; the same may stand there several times.
  init(_ labels: [String]) {
    var numbered: [Int: String] = [:]
    var families: Set<String> = []
    var others: Set<String> = []
    for label in labels {
      if let (family, number) = Self.parts(label) {
        families.insert(family)
        numbered[number] = label
      } else {
        others.insert(Self.usual(label))
      }
    }
    let numbers = numbered.keys.sorted()
    // Where the first is missing, or two numberings stand side by side, nobody can tell.
    guard families.count == 1, numbers.count > 1, numbers[0] < 2 else { return }
    let ordered = numbers.compactMap { numbered[$0] }
    for label in ordered { ids[label] = label }
    if !others.contains("start") { ids[ordered[0]] = "start" }
    if others.isSubset(of: ["start"]) { ids[ordered[ordered.count - 1]] = "end" }
    if ordered.count > 2 { inOrder = ordered }
  }

  /// The plan's id for a label.
  func id(_ label: String) -> String { ids[label] ?? Self.usual(label) }

  /// Whether a label is one of a numbering whose order is known.
  func knows(_ label: String) -> Bool { ids[label] != nil }

  /// What a person should look at; nil where no occasion lies between.
  var check: String? {
    guard let last = inOrder.last, ids[last] == "end" else { return nil }
    let between = inOrder.dropFirst().dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return
      "'\(inOrder[0])' was taken for the start and '\(last)' for the end, as the first and the last; \(between) \(inOrder.count == 3 ? "is an occasion of its own" : "are occasions of their own") between. If the course had ended before '\(last)', write 'end' where it had, and give '\(last)' a name of its own, here and in study.yaml."
  }

  private static func usual(_ label: String) -> String { HeadingOccasion(label)?.usual ?? label }

  private static func parts(_ label: String) -> (family: String, number: Int)? {
    let family = String(label.prefix { $0.isLetter })
    guard families.contains(family), let number = Int(label.dropFirst(family.count)) else {
      return nil
    }
    return (family, number)
  }
}

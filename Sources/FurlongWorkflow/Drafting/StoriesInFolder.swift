import Foundation

/// The files of stories that an export names, where they lie in the folder of exports.
struct StoriesInFolder {
  /// Where each lies, by its name.
  var found: [String: String] = [:]
  /// All files that bear such a name, from the folder of exports.
  var all: Set<String> = []

  init(named: Set<String>, among files: [String]) {
    for name in named {
      let there = files.filter {
        $0.split(separator: "/").last?.precomposedStringWithCanonicalMapping
          == name.precomposedStringWithCanonicalMapping
      }
      all.formUnion(there)
      // Of two of one name nobody can tell which is meant.
      if there.count == 1 { found[name] = there[0] }
    }
  }
}

import FurlongScales

/// The questions of a scale as one export asks them, by which the columns of another are known that lack its name: a form that
/// was made anew often keeps the questions and loses the words of the answers.
public struct SameQuestions: Sendable, Equatable {
  /// The scale.
  public let scale: String
  /// The export in which it was recognised, from the study folder.
  public let path: String
  /// What each item's heading says and no other's, in order.
  private let items: [[String]]

  /// The questions of a form; nil where headings do not tell items apart by words, as `Q1` and `Q2` do not.
  init?(_ form: Recognition.Form, in path: String) {
    guard case .items(let columns) = form.answers, columns.count > 2 else { return nil }
    let words = columns.map { HeadingText($0.heading).words }
    guard let first = words.first else { return nil }
    let before = first.indices.first { place in
      words.contains { $0.count <= place || $0[place] != first[place] }
    }
    let after = first.indices.first { place in
      words.contains {
        $0.count <= place || $0[$0.count - 1 - place] != first[first.count - 1 - place]
      }
    }
    let own = words.map { Array($0.dropFirst(before ?? 0).dropLast(after ?? 0)) }
    let areWords = own.allSatisfy { item in item.contains { $0.count > 3 && Int($0) == nil } }
    guard areWords, Set(own).count == own.count else { return nil }
    (scale, self.path, items) = (form.scale, path, own)
  }

  /// Those of some headings, side by side, that ask the same in the same order; nil where none do.
  func asked(in headings: [String]) -> [String]? {
    guard headings.count >= items.count else { return nil }
    let words = headings.map { HeadingText($0).words }
    return (0...(headings.count - items.count)).first { from in
      items.indices.allSatisfy { Self.stand(items[$0], in: words[from + $0]) }
    }.map { Array(headings[$0..<($0 + items.count)]) }
  }

  private static func stand(_ wanted: [String], in words: [String]) -> Bool {
    wanted.count <= words.count
      && (0...(words.count - wanted.count)).contains {
        Array(words[$0..<($0 + wanted.count)]) == wanted
      }
  }
}

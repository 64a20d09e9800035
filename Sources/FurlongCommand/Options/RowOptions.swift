import ArgumentParser
import Foundation
import FurlongWorkflow

/// Rows of exports, with the study before them where it is named.
struct RowOptions: ParsableArguments {
  @Argument(
    help:
      "A study folder (default: FURLONG_STUDY, or the nearest study.yaml upward), then rows as FILE:ROW, such as exports/forms.csv:88."
  )
  var words: [String] = []

  @OptionGroup var talk: TalkOptions

  /// The rows.
  var rows: [String] { words.filter(Self.isRow) }

  func validate() throws {
    if words.count - rows.count > 1 {
      throw ValidationError("Name one study folder, and rows as FILE:ROW.")
    }
    if rows.isEmpty {
      throw ValidationError("Name rows as FILE:ROW, such as exports/forms.csv:88.")
    }
  }

  /// The steps on the study.
  func workflow(_ console: Console) throws -> Workflow {
    var study = StudyOptions()
    study.study = words.first { !Self.isRow($0) }
    study.talk = talk
    return try study.workflow(console)
  }

  private static func isRow(_ word: String) -> Bool {
    guard let colon = word.lastIndex(of: ":") else { return false }
    let row = word[word.index(after: colon)...]
    return !row.isEmpty && row.allSatisfy(\.isNumber)
  }
}

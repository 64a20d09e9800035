import FurlongForms

extension WorkflowError {
  /// A word that is no command, with the one that was probably meant.
  ///
  /// - Parameters:
  ///   - group: the commands before it: `stories` of `furlong stories exprot`.
  ///   - commands: the commands that there are.
  public static func unknownCommand(
    _ word: String, of group: [String] = [], among commands: [String]
  ) -> WorkflowError {
    let shown = String(word.prefix(40).filter { $0.isLetter || $0.isNumber || "-_./".contains($0) })
    func whole(_ word: String) -> String { (group + [word]).joined(separator: " ") }
    let nearest =
      nearestCommand(to: word, among: commands).map { "did you mean '\(whole($0))'? " } ?? ""
    return WorkflowError(
      "there is no command '\(whole(shown))'",
      fix: nearest + "`furlong \(whole("--help"))` lists them")
  }

  /// The command that a word was probably meant to be; nil where none is near.
  public static func nearestCommand(to word: String, among commands: [String]) -> String? {
    NearestWord(among: commands).to(word)
  }
}

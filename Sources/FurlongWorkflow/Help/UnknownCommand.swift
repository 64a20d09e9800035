import FurlongForms

extension WorkflowError {
  /// A word that is no command, with the one that was probably meant.
  ///
  /// - Parameter commands: the commands that there are.
  public static func unknownCommand(_ word: String, among commands: [String]) -> WorkflowError {
    let shown = String(word.prefix(40).filter { $0.isLetter || $0.isNumber || "-_./".contains($0) })
    let nearest = NearestWord(among: commands).to(word).map { "did you mean '\($0)'? " } ?? ""
    return WorkflowError(
      "there is no command '\(shown)'", fix: nearest + "`furlong --help` lists them")
  }
}

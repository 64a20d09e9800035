import Foundation
import FurlongWorkflow

/// A passphrase: from a file, or typed at the terminal without being shown; never an argument, which other users could see.
enum Passphrase {
  /// Reads it.
  ///
  /// - Parameters:
  ///   - file: the file whose first line it is; nil to ask at the terminal.
  ///   - twice: whether it is asked for a second time, since nobody sees what is typed.
  static func read(from file: String?, twice: Bool) throws -> String {
    if let file {
      let url = URL(fileURLWithPath: file, relativeTo: Surroundings.folder)
      guard let text = try? String(contentsOf: url, encoding: .utf8) else {
        throw WorkflowError(
          "the file of the passphrase cannot be read", at: file,
          fix: "name a text file whose first line is the passphrase")
      }
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first
        .map(String.init) ?? ""
    }
    let typed = try ask("Passphrase: ")
    let again = twice ? try ask("The same again: ") : typed
    guard typed == again else {
      throw WorkflowError("the two passphrases differ", fix: "run this again")
    }
    return typed
  }

  private static func ask(_ question: String) throws -> String {
    guard let terminal = fopen("/dev/tty", "r+") else {
      throw WorkflowError(
        "there is no terminal to type the passphrase at",
        fix: "name a file that holds it with --passphrase-file")
    }
    defer { fclose(terminal) }
    var former = termios()
    guard tcgetattr(fileno(terminal), &former) == 0 else {
      throw WorkflowError(
        "the terminal cannot hide what is typed", fix: "use --passphrase-file")
    }
    var silent = former
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(fileno(terminal), TCSAFLUSH, &silent)
    defer {
      tcsetattr(fileno(terminal), TCSAFLUSH, &former)
      fputs("\n", terminal)
    }
    fputs(question, terminal)
    fflush(terminal)
    var line = [CChar](repeating: 0, count: 1_024)
    guard fgets(&line, Int32(line.count), terminal) != nil else { return "" }
    let bytes = line.prefix { $0 != 0 && $0 != 10 && $0 != 13 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Dispatch
import Foundation
import Synchronization

/// A bar on the last line of a terminal, drawn once work has taken half a second.
final class ProgressBar: Sendable {
  private struct State {
    var started: ContinuousClock.Instant?
    var line: String?
    var drawn = false
  }

  private static let delay = 500
  /// With the bar before it, what is being done fits a line of 80 signs.
  private static let longest = 54

  private let state = Mutex(State())

  /// Shows what is being done and how much of it is.
  func show(_ what: String, _ share: Double?) {
    let isFirst = state.withLock { state in
      let isFirst = state.started == nil
      state.started = state.started ?? .now
      state.line = Self.line(what, share)
      draw(&state)
      return isFirst
    }
    // One long piece of work tells nothing more: then the bar comes by itself.
    guard isFirst else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Self.delay + 1)) {
      [self] in state.withLock { draw(&$0) }
    }
  }

  /// Takes the bar away.
  func clear() {
    state.withLock { state in
      state.line = nil
      guard state.drawn else { return }
      state.drawn = false
      FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
    }
  }

  private func draw(_ state: inout State) {
    guard let line = state.line, let started = state.started,
      ContinuousClock.now - started > .milliseconds(Self.delay)
    else { return }
    state.drawn = true
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
  }

  private static func line(_ what: String, _ share: Double?) -> String {
    let words = what.count > longest ? what.prefix(longest - 1) + "…" : what[...]
    guard let share else { return String(words) }
    let width = 24
    let filled = Int((min(1, max(0, share)) * Double(width)).rounded())
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      + " " + words
  }
}

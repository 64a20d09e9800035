import Foundation
import Synchronization

/// A bar on the last line of a terminal, drawn once work has taken half a second.
final class ProgressBar: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var drawn = false
  }

  private let state = Mutex(State())

  /// Shows what is being done and how much of it is.
  func show(_ what: String, _ share: Double?) {
    state.withLock { state in
      guard ContinuousClock.now - state.started > .milliseconds(500) else { return }
      state.drawn = true
      let width = 24
      let filled = Int((min(1, max(0, share ?? 0)) * Double(width)).rounded())
      let bar =
        share == nil
        ? ""
        : String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
          + " "
      FileHandle.standardError.write(Data("\r\u{1B}[2K\(bar)\(what)".utf8))
    }
  }

  /// Takes the bar away.
  func clear() {
    state.withLock { state in
      guard state.drawn else { return }
      state.drawn = false
      FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
    }
  }
}

import Foundation
import FurlongStudy
import FurlongWorkflow

/// What a command takes from the machine: the current folder, the keys, the day, the processors.
///
/// Read here and nowhere below.
enum Surroundings {
  /// The current folder.
  static var folder: URL { URL(fileURLWithPath: FileManager.default.currentDirectoryPath) }
  /// The keeper of keys.
  static var keys: KeyKeeper { KeyKeeper(environment: ProcessInfo.processInfo.environment) }
  /// As many threads as there are processors.
  static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }
  /// Today, by universal time.
  static var today: CalendarDay {
    CalendarDay(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}

import Foundation
import FurlongStudy
import FurlongWorkflow

/// What a command takes from the machine: the current folder, the keys, the day, the processors, the programs.
///
/// Read here and nowhere below.
enum Surroundings {
  /// The current folder.
  static var folder: URL { URL(fileURLWithPath: FileManager.default.currentDirectoryPath) }
  /// The keeper of keys.
  static var keys: KeyKeeper { KeyKeeper(environment: ProcessInfo.processInfo.environment) }
  /// The programs that some forms of a report are made with.
  static var programs: Programs {
    Programs(path: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
  }
  /// As many threads as there are processors.
  static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }
  /// Today, by universal time.
  static var today: CalendarDay {
    CalendarDay(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
  /// The time, by universal time, as ISO 8601 says it.
  static let now: @Sendable () -> String = {
    Date().formatted(.iso8601)
  }

  /// The study in which a file lies, or else the command runs; nil where there is none.
  static func study(around file: URL) throws -> StudyFolder? {
    let environment = ProcessInfo.processInfo.environment
    if environment["FURLONG_STUDY"] != nil {
      return try StudyFolder.find(given: nil, environment: environment, from: folder)
    }
    return [file.deletingLastPathComponent(), folder].lazy.compactMap {
      try? StudyFolder.find(given: nil, environment: [:], from: $0)
    }.first
  }
}

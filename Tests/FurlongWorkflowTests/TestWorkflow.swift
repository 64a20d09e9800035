import Foundation
import FurlongStudy
import FurlongWorkflow
import Testing

extension Workflow {
  /// The workflow of a test's study on a day.
  static func ofTest(_ study: URL, keys: URL, on day: String) throws -> Workflow {
    Workflow(
      folder: try StudyFolder(study), keys: KeyKeeper(folder: keys), tool: "test",
      today: try #require(CalendarDay(iso: day)))
  }
}

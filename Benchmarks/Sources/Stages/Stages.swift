import Foundation
import FurlongStudy
import FurlongWorkflow
import Synchronization

/// How long the stages of a report take on a study folder: reading and selecting, evaluating, gate and composing.
///
/// `Stages FOLDER TIMES`: once to warm up, which reads the exports, then so many times; a line of JSON each: seconds of
/// the clock and of the processors, of all threads together. Nothing is written but the study file and its key, beside
/// the folder.
@main
struct Stages {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let times = Int(words[2]) else {
      print("usage: Stages FOLDER TIMES")
      exit(64)
    }
    let place = URL(fileURLWithPath: words[1])
    let keys = KeyKeeper(folder: place.appendingPathExtension("keys"))
    let folder = try StudyFolder(place)
    let day = CalendarDay(number: Int(Date().timeIntervalSince1970 / 86_400))
    for time in 0...times {
      let heard = Mutex<[Mark]>([])
      let workflow = Workflow(
        folder: folder, keys: keys, tool: "furlong benchmark", today: day,
        threads: ProcessInfo.processInfo.activeProcessorCount,
        progress: Progress { what, _ in heard.withLock { $0.append(Mark(what)) } })
      let began = Mark("began")
      _ = try workflow.report(as: [.html, .csv], to: nil, release: ReleaseChoice(isDraft: true))
      let ended = Mark("ended")
      if time == 0 { continue }
      let marks = heard.withLock { $0 }
      let evaluation = marks.first { $0.what.hasPrefix("Answering") } ?? ended
      let gate = marks.first { $0.what.hasPrefix("Composing") } ?? ended
      let seconds = [
        "reading and selecting": evaluation.seconds(since: began),
        "evaluating": gate.seconds(since: evaluation),
        "gate and composing": ended.seconds(since: gate),
      ]
      let line = try JSONSerialization.data(withJSONObject: seconds, options: [.sortedKeys])
      print(String(decoding: line, as: UTF8.self))
      fflush(nil)
    }
  }

  /// A moment: by the clock, and in what the processors did for this process.
  struct Mark: Sendable {
    let what: String
    let clock = ContinuousClock.now
    let processors = Double(Foundation.clock()) / Double(CLOCKS_PER_SEC)

    init(_ what: String) { self.what = what }

    func seconds(since other: Mark) -> [String: Double] {
      let span = (clock - other.clock).components
      return [
        "clock": Double(span.seconds) + Double(span.attoseconds) * 1e-18,
        "processors": processors - other.processors,
      ]
    }
  }
}

import Foundation
import Rows

/// Answers a row each time that a line comes in, with the seconds that it took and the answer.
///
/// `Contest ROW INPUT THREADS`: the input is read before; only the analysis is timed.
@main
struct Contest {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let threads = Int(words[3]),
      let row = Row.all.first(where: { $0.name == words[1] })
    else {
      print("usage: Contest ROW INPUT THREADS, where ROW is one of:")
      for row in Row.all { print("  \(row.name)") }
      exit(64)
    }
    let input = try InputTable(words[2])
    let clock = ContinuousClock()
    while readLine() != nil {
      var answer: [String: Double] = [:]
      let span = try clock.measure { answer = try row.answer(input, threads) }
      let (whole, part) = span.components
      var line: [String: Any] = ["answer": answer]
      line["seconds"] = Double(whole) + Double(part) * 1e-18
      line["peak_kib"] = peakKiB()
      print(String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
      fflush(nil)
    }
  }

  /// The most memory that this process ever held, as the system counts it.
  private static func peakKiB() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}

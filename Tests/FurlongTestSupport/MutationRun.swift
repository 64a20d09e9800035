import Foundation
import Testing

/// Feeds a reader with files that were sound and have been changed by chance.
///
/// Changed are bits and bytes; parts are cut, repeated and moved, and words put in that readers stumble over. The same seed gives
/// the same files.
///
/// A test run tries a few. `Scripts/fuzz` sets `FURLONG_FUZZ_SECONDS` (how long each reader is tried), `FURLONG_FUZZ_SEED`, and
/// `FURLONG_FUZZ_FOLDER`, where the file that is being tried lies, so that one which ends the program is known.
public struct MutationRun {
  private let name: String
  private let corpus: [[UInt8]]
  private let words: [[UInt8]]
  private var state: UInt64

  private static let few = 200
  private static let slowest = 5.0

  /// A run over sound files.
  ///
  /// - Parameters:
  ///   - name: the reader's, for the file that is being tried.
  ///   - corpus: the sound files.
  ///   - words: what is put in here and there, beside numbers and signs that all readers meet.
  public init(_ name: String, corpus: [[UInt8]], words: [String] = []) {
    self.name = name
    self.corpus = corpus
    let usual = [
      "\"", "'", "\n", "\r", "\t", ",", ";", "\u{0}", "\u{FEFF}", "é", "😀", "\u{202E}", "-", "0",
      "9223372036854775807", "-9223372036854775808", "1e308", "31/12/9999", "29/02/2023",
    ]
    self.words = (usual + words).map { Array($0.utf8) }
    state = 0
  }

  /// Tries files until the time or the number of tries is up.
  ///
  /// - Parameter attempt: reads one file; that it throws is an answer, that it ends the program or takes long is none.
  public mutating func run(_ attempt: ([UInt8]) throws -> Void) {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["FURLONG_FUZZ_SECONDS"].flatMap(Double.init)
    let folder = environment["FURLONG_FUZZ_FOLDER"].map { URL(fileURLWithPath: $0) }
    state = environment["FURLONG_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    let clock = ContinuousClock()
    let start = clock.now
    var (tries, longest) = (0, 0.0)
    while seconds.map({ (clock.now - start) / .seconds(1) < $0 }) ?? (tries < Self.few) {
      let bytes = changed()
      if let folder { try? Data(bytes).write(to: folder.appendingPathComponent(name)) }
      let took = clock.measure { try? attempt(bytes) } / .seconds(1)
      if took > Self.slowest {
        Issue.record("\(name): try \(tries) took \(took) s for \(bytes.count) bytes")
        if let folder {
          try? Data(bytes).write(to: folder.appendingPathComponent("slow-\(name)-\(tries)"))
        }
      }
      tries += 1
      longest = max(longest, took)
    }
    if seconds != nil { print("fuzz \(name): \(tries) files, the longest \(longest) s") }
  }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(count, 1)
  }

  private mutating func changed() -> [UInt8] {
    var bytes = corpus[next(corpus.count)]
    for _ in 0...next(6) {
      let place = next(bytes.count + 1)
      let end = min(bytes.count, place + 1 + next(24))
      switch next(8) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(next(8))
      case 1 where place < bytes.count: bytes[place] = UInt8(next(256))
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.insert(contentsOf: words[next(words.count)], at: place)
      case 5: bytes.replaceSubrange(place..<end, with: words[next(words.count)])
      case 6 where next(8) == 0: bytes.removeSubrange(place...)
      case 7 where next(8) == 0:
        let part = Array(bytes[place..<end])
        for _ in 0..<next(400) { bytes.insert(contentsOf: part, at: place) }
      default:
        let other = next(bytes.count + 1)
        let part = Array(bytes[place..<end])
        bytes.removeSubrange(place..<end)
        bytes.insert(contentsOf: part, at: min(other, bytes.count))
      }
    }
    return bytes
  }
}

/// The texts that all coders read, put end to end, with the spans of each coder.
///
/// A text that one of them did not read tells nothing of agreement and is left out.
public struct CodedSpans: Equatable, Sendable {
  struct Segment: Equatable, Sendable {
    let start: Int
    let end: Int
    /// The place of the code in ``CodedSpans/codes``.
    let code: Int

    var length: Int { end - start }
  }

  /// How many texts all coders read.
  public let texts: Int
  /// Their length together.
  public let length: Int
  /// The codes that any of the coders gave, in alphabetical order.
  public let codes: [String]
  /// The segments of each coder, by start.
  let segments: [[Segment]]

  /// How many coders there are.
  public var coders: Int { segments.count }

  /// Puts texts end to end.
  ///
  /// - Parameters:
  ///   - texts: the texts, each with the same coders.
  ///   - overlaps: what to do where a coder's spans of one code overlap.
  /// - Throws: `unequalLengths` where texts differ in their number of coders; `tooFew` for fewer than two
  ///   coders, or where no text was read by all; `outsideRange` for a span that is empty or leaves its
  ///   text, and for overlaps that are refused.
  public init(
    _ texts: [CodedText], overlaps: SpanOverlaps = .refused
  ) throws(StatisticsError) {
    let read = try Self.readByAll(texts)
    let coders = read[0].coders.count
    let names = Set(read.flatMap { $0.coders.flatMap { ($0 ?? []).map(\.code) } }).sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var segments = [[Segment]](repeating: [], count: coders)
    var offset = 0
    for text in read {
      for (coder, spans) in text.coders.enumerated() {
        let sorted = try Self.separate(spans ?? [], in: text.length, overlaps)
        segments[coder] += sorted.map {
          Segment(
            start: offset + $0.start, end: offset + $0.end, code: place[$0.code, default: 0])
        }
      }
      offset += text.length
    }
    self.texts = read.count
    length = offset
    codes = names
    self.segments = segments
  }

  /// The texts that all coders read, of which there is at least one.
  ///
  /// - Throws: as ``init(_:overlaps:)``, but for what is wrong with spans.
  static func readByAll(_ texts: [CodedText]) throws(StatisticsError) -> [CodedText] {
    let coders = texts.first?.coders.count ?? 0
    for text in texts where text.coders.count != coders {
      throw .unequalLengths(coders, text.coders.count)
    }
    if coders < 2 { throw .tooFew(of: "coders", count: coders, needed: 2) }
    for text in texts where text.length < 0 {
      throw .outsideRange(
        what: "length of a text", value: Double(text.length), expected: "0 or more")
    }
    let read = texts.filter(\.isComparable)
    if read.isEmpty { throw .tooFew(of: "texts that all coders read", count: 0, needed: 1) }
    _ = try total(of: read.map(\.length), "length of the texts")
    return read
  }

  private init(texts: Int, length: Int, codes: [String], segments: [[Segment]]) {
    self.texts = texts
    self.length = length
    self.codes = codes
    self.segments = segments
  }

  /// The same texts with the spans of one code only, or of none where nobody gave it.
  public func only(_ code: String) -> CodedSpans {
    let place = codes.firstIndex(of: code)
    return CodedSpans(
      texts: texts, length: length, codes: place == nil ? [] : [code],
      segments: segments.map { list in
        list.filter { $0.code == place }.map {
          Segment(start: $0.start, end: $0.end, code: 0)
        }
      })
  }

  /// Each character as a unit: category 1 where a coder gave the code, 0 where not.
  ///
  /// Characters beside each other are not independent: coefficients of them hold, standard errors and
  /// intervals that count them as units do not (see ``AgreementBootstrap``).
  ///
  /// - Parameter code: a code's id; one that nobody gave is 0 throughout.
  public func characters(of code: String) throws(StatisticsError) -> CodedUnits {
    var times: [[Int]: Int] = [:]
    only(code).forEachRun { length, segments in
      times[segments.map { $0 == nil ? 0 : 1 }, default: 0] += length
    }
    return try CodedUnits(times: times, coders: coders, categories: 2)
  }

  /// Whether no coder gave one character two codes.
  var isExclusive: Bool {
    segments.allSatisfy(Self.areApart)
  }

  /// Whether no segment of a coder, by start, begins before the one before it ends.
  static func areApart(_ list: [Segment]) -> Bool {
    zip(list, list.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  /// Calls with each stretch within which no coder's segment begins or ends.
  ///
  /// It gets the stretch's length and the place of each coder's segment there, nil in a gap. Expects
  /// segments of a coder that do not overlap.
  func forEachRun(_ body: (_ length: Int, _ segments: [Int?]) -> Void) {
    var next = [Int](repeating: 0, count: coders)
    var at = 0
    while at < length {
      var end = length
      var inside = [Int?](repeating: nil, count: coders)
      for coder in 0..<coders {
        let list = segments[coder]
        while next[coder] < list.count && list[next[coder]].end <= at { next[coder] += 1 }
        guard next[coder] < list.count else { continue }
        let segment = list[next[coder]]
        if segment.start <= at {
          inside[coder] = next[coder]
          end = min(end, segment.end)
        } else {
          end = min(end, segment.start)
        }
      }
      body(end - at, inside)
      at = end
    }
  }

  /// Throws unless every span has a length and lies in its text.
  static func requireInside(_ spans: [CodedSpan], _ length: Int) throws(StatisticsError) {
    for span in spans where span.start < 0 || span.start >= span.end || span.end > length {
      throw .outsideRange(
        what: "end of a span", value: Double(span.end),
        expected: "behind its start, which is 0 or more, and at most the text's \(length)")
    }
  }

  /// Spans in order, those of one code apart from each other.
  static func separate(
    _ spans: [CodedSpan], in length: Int, _ overlaps: SpanOverlaps
  ) throws(StatisticsError) -> [CodedSpan] {
    try requireInside(spans, length)
    let sorted = spans.sorted { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }
    // Most are apart, whatever their codes, and bootstraps come by here for every text drawn.
    if zip(sorted, sorted.dropFirst()).allSatisfy({ $0.end <= $1.start }) { return sorted }
    var apart: [CodedSpan] = []
    var last: [String: Int] = [:]
    for span in sorted {
      guard let place = last[span.code], apart[place].end > span.start else {
        last[span.code] = apart.count
        apart.append(span)
        continue
      }
      if overlaps == .refused {
        throw .outsideRange(
          what: "start of a span", value: Double(span.start),
          expected: "not inside another of the same coder and code, or overlaps merged")
      }
      apart[place].end = max(apart[place].end, span.end)
    }
    return apart
  }
}

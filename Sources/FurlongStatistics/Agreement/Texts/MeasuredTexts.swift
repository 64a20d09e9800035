/// The texts that all coders read, measured, in an order of their own.
///
/// Texts stand by what was measured of them, and before that coders and codes by what they have in all texts, so that
/// neither rows nor names decide which texts a draw takes. (Between two coders or codes that have the same in all, the
/// order given does.)
struct MeasuredTexts {
  let shape: SpanSums.Shape
  /// What each text has, sorted.
  let rows: [[Double]]
  /// What all have together.
  let sums: SpanSums
  /// Whether no coder gave one character two codes.
  let isExclusive: Bool
  /// The places of coders and codes in the rows.
  private let coders: [Int]
  private let codes: [Int]

  init(_ texts: [CodedText], codes: [String]) throws(StatisticsError) {
    let read = try CodedSpans.readByAll(texts)
    let place = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    let shape = SpanSums.Shape(coders: read[0].coders.count, codes: codes.count)
    var isExclusive = true
    var sums: [SpanSums] = []
    sums.reserveCapacity(read.count)
    for text in read {
      let segments = try text.segments(place)
      isExclusive = isExclusive && segments.allSatisfy(CodedSpans.areApart)
      sums.append(SpanSums(segments, length: text.length, codes: codes.count))
    }
    let total = SpanSums.total(sums, shape)
    let coderOrder = Self.order(shape.coders) { coder in
      (0..<shape.codes).map { total[shape.lengths(of: $0) + coder] }.sorted()
    }
    let codeOrder = Self.order(shape.codes) { code in
      total[shape.lengths(of: code)..<shape.pairs(of: code)].sorted()
        + [total[shape.pairs(of: code)], total[shape.squares(of: code)]]
    }
    let columns = shape.columns(coders: coderOrder, codes: codeOrder)
    rows = sums.map { sums in columns.map { sums.values[$0] } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    self.sums = SpanSums(columns.map { total[$0] }, shape: shape)
    self.shape = shape
    self.isExclusive = isExclusive
    self.coders = coderOrder
    self.codes = codeOrder
  }

  /// Where a code that was given at a place stands in the rows.
  func place(of code: Int) -> Int { codes.firstIndex(of: code) ?? code }

  /// Numbers of coders in the order in which these were given.
  func inOrder(_ numbers: [Double]) -> [Double] {
    var given = numbers
    for (place, coder) in coders.enumerated() { given[coder] = numbers[place] }
    return given
  }

  private static func order(_ count: Int, by key: (Int) -> [Double]) -> [Int] {
    let keys = (0..<count).map(key)
    return (0..<count).sorted { first, second in
      keys[first] == keys[second]
        ? first < second : keys[first].lexicographicallyPrecedes(keys[second])
    }
  }
}

extension CodedText {
  /// The segments of each coder with one of the codes, by start, overlaps of one code merged.
  func segments(
    _ place: [String: Int]
  ) throws(StatisticsError) -> [[CodedSpans.Segment]] {
    var lists: [[CodedSpans.Segment]] = []
    for spans in coders {
      let counted = (spans ?? []).filter { place[$0.code] != nil }
      lists.append(
        try CodedSpans.separate(counted, in: length, .merged).map {
          CodedSpans.Segment(start: $0.start, end: $0.end, code: place[$0.code, default: 0])
        })
    }
    return lists
  }
}

extension SpanSums {
  fileprivate static func total(_ sums: [SpanSums], _ shape: Shape) -> [Double] {
    var total = [Double](repeating: 0, count: shape.width)
    for sum in sums {
      for (place, value) in sum.values.enumerated() { total[place] += value }
    }
    return total
  }
}

extension SpanSums.Shape {
  /// The places of all numbers where coders and codes stand in another order.
  fileprivate func columns(coders order: [Int], codes: [Int]) -> [Int] {
    [0]
      + codes.flatMap { code in
        order.map { lengths(of: code) + $0 } + [pairs(of: code), squares(of: code)]
      } + [gaps] + codes.flatMap { [met(of: $0), metSquares(of: $0)] }
  }
}

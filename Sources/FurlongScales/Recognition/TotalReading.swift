/// A column read as the totals of one score.
struct TotalReading {
  private(set) var coding = Recognition.Coding()
  private(set) var evidence: [RecognitionEvidence] = []
  private(set) var doubts: [RecognitionDoubt] = []

  /// - Parameters:
  ///   - column: the column.
  ///   - scale: the score.
  init(_ column: ReadColumn, as scale: Scale) {
    var raw = 0
    var converted = 0
    var scores = 0
    var outside = column.sample.beyond
    for text in column.texts {
      if let total = Double(text.text), total.isFinite {
        switch scale.fit(ofTotal: total) {
        case .score(let score):
          scores += text.cells
          if scale.score(ofRawSum: score) == nil { converted += text.cells }
        case .notConverted: raw += text.cells
        case .outOfRange, .betweenScores:
          if let code = text.number, AnswerReading.missingNumbers.contains(code) {
            coding.missing.append(text.text)
          } else {
            outside += text.cells
          }
        }
      } else if AnswerReading.missingWords.contains(text.plain) {
        coding.missing.append(text.text)
      } else {
        outside += text.cells
      }
    }
    let all = raw + scores + outside
    if all == 0 {
      doubts.append(.noAnswers)
    } else if outside * AnswerReading.slips > all {
      evidence.append(.outside(cells: outside, of: all))
    } else {
      evidence.append(.possibleTotals)
      if outside > 0 { doubts.append(.outside(cells: outside, of: all)) }
    }
    guard scale.hasRawSums, all > 0 else { return }
    if raw > 0, converted > 0 {
      doubts.append(.rawAndConverted(raw: raw, converted: converted))
    } else if raw > 0 {
      coding.totalIsRaw = true
    } else if converted == 0 {
      doubts.append(.rawOrConverted)
    }
  }
}

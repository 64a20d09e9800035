import FurlongStatistics
import FurlongTestSupport
import Testing

extension ReferenceValue {
  /// A list of lists, nil where missing.
  var rows: [[Double?]] {
    list.map { row in row.list.map { $0.isMissing ? nil : $0.number } }
  }

  /// A list of lists of counts.
  var counts: [[Int]] { rows.map { $0.map { Int($0 ?? -1) } } }

  /// A list of lists of categories from 1, nil where missing, numbered from 0.
  var codes: [[Int?]] { rows.map { $0.map { $0.map { Int($0) - 1 } } } }

  /// A list's elements.
  var list: [ReferenceValue] {
    if case .list(let list) = self { return list }
    return []
  }

  /// A text of its own, spans of coders from start to end with a code.
  var codedText: CodedText {
    CodedText(
      length: Int(self["length"].number),
      coders: self["coders"].list.map { spans in
        spans.list.map { span in
          let parts = span.list
          return CodedSpan(
            code: parts[2].word, start: Int(parts[0].number), end: Int(parts[1].number))
        }
      })
  }
}

/// Expects a coefficient that there is to agree with a record's.
func expectCoefficient(
  _ actual: Double?, _ expected: ReferenceValue, relative tolerance: Double = 1e-10,
  _ what: String = ""
) {
  expectClose(actual ?? .infinity, expected.number, relative: tolerance, what)
}

import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

extension [Prose] {
  /// The pieces with something between them, empty ones left out.
  func joined(_ separator: String = " ") -> Prose {
    var joined = Prose()
    for piece in self where !piece.isEmpty {
      joined = joined.isEmpty ? piece : joined + Prose(separator) + piece
    }
    return joined
  }

  /// The pieces as a list in a line: `a, b and c`.
  var listed: Prose {
    guard count > 1, let last else { return first ?? Prose() }
    return Array(dropLast()).joined(", ") + " and " + last
  }
}

extension Prose {
  /// The prose, followed by what differs of a step from the plan.
  func noting(_ step: Findings<Released>.Step, _ material: ReportMaterial) -> Prose {
    [self, Prose(step.plannedNote(material.days))].joined()
  }

  /// The prose without strong words, as it stands in what is bold throughout.
  var plain: Prose {
    Prose(
      inlines.flatMap { inline -> [Inline] in
        switch inline {
        case .strong(let inner), .emphasis(let inner): inner.plain.inlines
        case .text, .number, .code: [inline]
        }
      })
  }

  /// The prose with one full stop at its end.
  var withFullStop: Prose { withoutFullStop + "." }

  /// The prose without a full stop at its end.
  var withoutFullStop: Prose {
    var copy = self
    if case .text(let words)? = copy.inlines.last {
      copy.inlines[copy.inlines.count - 1] = .text(words.withoutFullStop)
    }
    return copy
  }

  /// The prose with a capital at its start.
  var capitalised: Prose {
    var copy = self
    switch copy.inlines.first {
    case .text(let words): copy.inlines[0] = .text(words.capitalised)
    case .strong(let inner): copy.inlines[0] = .strong(inner.capitalised)
    case .number(var number):
      number.text = number.text.capitalised
      copy.inlines[0] = .number(number)
    case .emphasis, .code, nil: break
    }
    return copy
  }
}

extension String {
  /// The text with a capital at its start.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// The text without a full stop at its end.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// A column's name as words: `data_consent` is `data consent`.
  var asWords: String { replacing("_", with: " ") }
}

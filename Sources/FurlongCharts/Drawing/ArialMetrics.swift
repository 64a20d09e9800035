/// How wide a text is when set in Arial or a font of the same widths (Liberation Sans, Helvetica).
///
/// The widths are those of Liberation Sans 2, in thousandths of the size; a letter outside the
/// table counts as a wide one, so that an estimate errs towards too much room.
public struct ArialMetrics: Hashable, Sendable {
  /// Reads widths off the table.
  public init() {}

  /// The width of a text in the units of its size.
  public func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let table = isBold ? ArialMetrics.bold : ArialMetrics.regular
    let total = text.unicodeScalars.reduce(0) { sum, scalar in
      sum + ArialMetrics.thousandths(of: scalar, in: table)
    }
    return Double(total) * size / 1000
  }

  /// Breaks a text into lines no wider than a width, between words where that can be done.
  public func lines(of text: String, size: Double, isBold: Bool = false, within width: Double)
    -> [String]
  {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let longer = line.isEmpty ? word : line + " " + word
      if self.width(of: longer, size: size, isBold: isBold) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for letter in word {
        if !line.isEmpty, self.width(of: line + [letter], size: size, isBold: isBold) > width {
          lines.append(line)
          line = ""
        }
        line.append(letter)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func thousandths(of scalar: Unicode.Scalar, in table: [Int]) -> Int {
    switch scalar.value {
    case 32...126: table[Int(scalar.value) - 32]
    case 0x2018, 0x2019: table[7] + 35
    case 0x201C, 0x201D: 500
    case 0x2212, 0xB1, 0xD7, 0x2264, 0x2265: 584
    case 0x2013, 0xA3: 556
    case 0xB7: 333
    case 0xA0: 278
    case 0x0300...0x036F: 0
    case 0xC0...0xDE: 778
    case 0xDF...0x24F, 0x370...0x3FF: 611
    default: 1000
    }
  }

  /// From the space to the tilde.
  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}

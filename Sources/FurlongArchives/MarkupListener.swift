import Foundation

/// Told what stands in a file of XML, element by element.
public protocol MarkupListener: AnyObject {
  /// An element begins; its name has no namespace prefix.
  func start(_ name: String, _ attributes: MarkupAttributes)
  /// An element ends.
  func end(_ name: String)
  /// Some of an element's text.
  func text(_ text: String)
  /// Whether enough was heard.
  var isDone: Bool { get }
  /// Whether what was heard is to be taken from it before it hears more; asked where an element ends.
  var isFull: Bool { get }
}

extension MarkupListener {
  /// A listener that hears all in one go.
  public var isFull: Bool { false }
}

/// The attributes of an element, valid while it is told; texts are made of those alone that are asked for.
public struct MarkupAttributes: Sequence {
  typealias Texts = UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Names and values in turn, and nil behind the last.
  private let texts: Texts?

  init(_ texts: Texts?) { self.texts = texts }

  /// The value of an attribute.
  public subscript(name: StaticString) -> String? {
    guard var place = texts else { return nil }
    return name.withUTF8Buffer { name in
      while let found = place[0], let value = place[1] {
        if strlen(found) == name.count, let base = name.baseAddress,
          memcmp(found, base, name.count) == 0
        {
          return String(cString: value)
        }
        place += 2
      }
      return nil
    }
  }

  /// Each attribute with its value, in the file's order.
  public func makeIterator() -> AnyIterator<(name: String, value: String)> {
    var place = texts
    return AnyIterator {
      guard let now = place, let name = now[0], let value = now[1] else { return nil }
      place = now + 2
      return (String(cString: name), String(cString: value))
    }
  }
}

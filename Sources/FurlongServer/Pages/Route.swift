import Foundation

/// What an address of the page stands for. A story is named by its id and looked up by it: no part of an address is ever a path.
enum Route: Equatable {
  /// The address with the key.
  case enter
  case stories
  case story(String)
  case act(Act, String)
  case undo
  case coder
  case again
  case problems
  case report
  case draft
  case style
  case script

  /// What is done to a story.
  enum Act: String, CaseIterable {
    case give, take, note, read
  }

  /// The route of a request; nil for none.
  init?(_ request: PageRequest) {
    let parts = request.path.split(separator: "/").map { $0.removingPercentEncoding }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    switch (request.method, parts.compactMap(\.self)) {
    case ("GET", []): self = .stories
    case ("GET", ["enter"]): self = .enter
    case ("GET", ["stories", let id]): self = .story(id)
    case ("POST", ["stories", let id, let word]):
      guard let act = Act(rawValue: word) else { return nil }
      self = .act(act, id)
    case ("POST", ["undo"]): self = .undo
    case ("POST", ["coder"]): self = .coder
    case ("POST", ["again"]): self = .again
    case ("GET", ["problems"]): self = .problems
    case ("GET", ["report"]): self = .report
    case ("GET", ["report", "draft"]): self = .draft
    case ("GET", ["page.css"]): self = .style
    case ("GET", ["page.js"]): self = .script
    default: return nil
    }
  }

  /// Whether it is about one story.
  var isOfStory: Bool { if case .story = self { true } else { false } }

  /// The address of a story.
  static func path(of story: String) -> String {
    "/stories/" + (story.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
  }

  private static let plain = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~")
}

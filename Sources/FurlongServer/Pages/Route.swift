import Foundation

/// What an address of the page stands for.
///
/// A story is named by its id and looked up by it: no part of an address is ever a path.
enum Route: Equatable {
  /// The address with the key.
  case enter
  case stories
  case redactions
  case story(Desk, String)
  case act(Desk, Act, String)
  case undo(Desk)
  case addCode
  case coder
  case again
  case comparisons
  case comparison(String)
  case settle(String)
  case problems
  case report
  case draft
  case style
  case script

  /// What a story is opened for; the word begins its address.
  enum Desk: String, CaseIterable {
    /// To say what is in it.
    case coding = "stories"
    /// To mark what is never to be shown.
    case redacting = "redact"
  }

  /// What is done to a story.
  enum Act: String, CaseIterable {
    case give, take, note, read, hide
  }

  /// The route of a request; nil for none.
  init?(_ request: PageRequest) {
    let parts = request.path.split(separator: "/").compactMap { $0.removingPercentEncoding }
    // What cannot be read falls out, and its number tells.
    guard parts.count == request.path.split(separator: "/").count, parts.count <= 3 else {
      return nil
    }
    func part(_ place: Int) -> String? { place < parts.count ? parts[place] : nil }
    switch (request.method, part(0), part(1), part(2)) {
    case ("GET", nil, nil, nil): self = .stories
    case ("GET", "enter", nil, nil): self = .enter
    case ("GET", "redact", nil, nil): self = .redactions
    case ("GET", let desk?, let id?, nil) where Desk(rawValue: desk) != nil:
      guard let desk = Desk(rawValue: desk) else { return nil }
      self = .story(desk, id)
    case ("POST", let desk?, let id?, let word?) where Desk(rawValue: desk) != nil:
      guard let desk = Desk(rawValue: desk), let act = Act(rawValue: word) else { return nil }
      self = .act(desk, act, id)
    case ("POST", "undo", nil, nil): self = .undo(.coding)
    case ("POST", "redact", "undo", nil): self = .undo(.redacting)
    case ("POST", "codes", nil, nil): self = .addCode
    case ("POST", "coder", nil, nil): self = .coder
    case ("POST", "again", nil, nil): self = .again
    case ("GET", "compare", nil, nil): self = .comparisons
    case ("GET", "compare", let id?, nil): self = .comparison(id)
    case ("POST", "compare", let id?, "settle"): self = .settle(id)
    case ("GET", "problems", nil, nil): self = .problems
    case ("GET", "report", nil, nil): self = .report
    case ("GET", "report", "draft", nil): self = .draft
    case ("GET", "page.css", nil, nil): self = .style
    case ("GET", "page.js", nil, nil): self = .script
    default: return nil
    }
  }

  /// Whether it shows one story.
  var isOfStory: Bool {
    switch self {
    case .story, .comparison: true
    default: false
    }
  }

  /// The address of a story.
  static func path(of story: String, on desk: Desk = .coding) -> String {
    "/\(desk.rawValue)/" + escaped(story)
  }

  /// The address of two coders' codings of a story; of all that both have read where none is named.
  static func path(comparing first: String, _ second: String, of story: String = "") -> String {
    "/compare\(story.isEmpty ? "" : "/")\(escaped(story))?first=\(escaped(first))&second=\(escaped(second))"
  }

  /// Text as a part of an address.
  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~")
}

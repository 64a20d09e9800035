import Foundation

/// A story of the example: invented, nobody's words.
struct InventedStory: Codable, Sendable {
  /// What has become of the consent.
  enum State: String, Codable, Sendable {
    case current
    case expired
    case withdrawn
  }

  let story: String
  /// Which of the tellers tells it, from 1; two tell two.
  let teller: Int
  /// From 0, not to be used, to 6, named.
  let level: Int
  let state: State
  let reviewed: Bool
  /// The codes that the first coder found.
  let first: [String]
  /// The codes that the second coder found.
  let second: [String]
  let text: String

  /// The teller who is a carer, not a service user.
  static let carer = 22

  /// The stories of the example.
  static let all: [InventedStory] = {
    let data = Data(PackageResources.stories_json)
    guard let stories = try? JSONDecoder().decode([InventedStory].self, from: data) else {
      preconditionFailure("Saltmarsh/Texts/stories.json does not hold stories")
    }
    return stories
  }()
}

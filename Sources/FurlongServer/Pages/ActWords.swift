/// What is said of an act once it is done.
struct ActWords {
  private let desk: Route.Desk

  init(_ desk: Route.Desk) { self.desk = desk }

  func given(_ label: String, _ place: String) -> String {
    switch desk {
    case .coding: "\(label) added to \(place)"
    case .redacting: "Hidden as \(label.lowercased()): \(place)"
    }
  }

  func taken(_ label: String, _ place: String) -> String {
    switch desk {
    case .coding: "\(label) removed from \(place)"
    case .redacting: "No longer hidden as \(label.lowercased()): \(place)"
    }
  }

  func noted(_ label: String, isEmpty: Bool) -> String {
    switch desk {
    case .coding: isEmpty ? "Memo removed from \(label)" : "Memo on \(label) saved"
    case .redacting: isEmpty ? "The kind is shown instead" : "What is shown instead is saved"
    }
  }

  func read(_ story: String, _ isRead: Bool) -> String {
    let how = desk == .coding ? "read to its end" : "looked through"
    return "\(story) is \(isRead ? "marked" : "no longer marked") as \(how)"
  }
}

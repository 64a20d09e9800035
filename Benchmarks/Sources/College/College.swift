import Foundation
import FurlongSimulation

/// Writes the study folder of an invented college as large as a trust: Saltmarsh with more people, all of them service
/// users who agree, and more contacts for each.
///
/// `College PEOPLE FOLDER`: 20,000 people have about a million contacts in the extract.
@main
struct College {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let people = Int(words[1]) else {
      print("usage: College PEOPLE FOLDER")
      exit(64)
    }
    var parameters = CollegeParameters.saltmarsh
    parameters.people.registered = people
    parameters.people.kindWeights = [1, 0, 0]
    parameters.people.dataConsent = 1
    parameters.services.contacts = 14
    let folder = URL(fileURLWithPath: words[2])
    for file in SaltmarshCollege(seed: 2025, parameters: parameters).files() {
      let place = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }
}

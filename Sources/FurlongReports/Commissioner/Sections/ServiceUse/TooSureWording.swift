import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says of which ratios the interval is too narrow, because they stand on few people.
struct TooSureWording {
  private let all: Int
  private let few: [String]

  /// Ratios with the words for whose they are.
  init(_ ratios: [(label: String, answer: ReleasedAnswer?)]) {
    all = ratios.count
    few = ratios.filter { $0.answer?.estimate?.caveats.contains(.tooSure) == true }.map(\.label)
  }

  private var people: String { NumberWording().count(FewPeopleRatios.people) }

  /// Which, and by how much where the method was tried out; empty where none is.
  var sentence: Prose {
    guard !few.isEmpty else { return Prose() }
    let which: Prose = few.count == all ? Prose() : " (\(few.map { Prose($0) }.listed))"
    let held = FewPeopleRatios.held
    return
      "With fewer than \(Prose(people)) people\(which) the interval of a ratio is too narrow: tried out where the truth was known, 95% intervals held it \(Prose(String(held.ofTen))) times in 100 with 10 people and \(Prose(String(held.ofTwenty))) times in 100 with 20."
  }

  /// The same in short, for page one.
  var short: Prose {
    few.isEmpty
      ? Prose()
      : "Intervals of ratios on fewer than \(Prose(people)) people are too narrow, as Question 4 says."
  }
}

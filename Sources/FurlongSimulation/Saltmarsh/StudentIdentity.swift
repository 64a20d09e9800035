import FurlongNumerics
import FurlongStudy

/// Who a student is on paper: everything that must never enter a study file.
struct StudentIdentity: Sendable {
  /// The college's id at the first registration and at another.
  var ids: (first: String, again: String)
  /// Ten digits of the 999 range, which belongs to nobody.
  var nhsNumber: String
  var forename: String
  var surname: String
  var postcode: String
  var born: CalendarDay
  var gender: String

  var email: String { "\(forename).\(surname)@example.org".lowercased() }

  /// The id that the student has on a day.
  func id(on day: CalendarDay, of student: SimulatedStudent) -> String {
    guard let again = student.registeredAgain, day >= again else { return ids.first }
    return ids.again
  }
}

/// Gives every student an identity of invented words and numbers, no two alike.
///
/// The syllables are such that no name is a word, or part of a word, of a report.
struct IdentityRegister {
  private static let surnames = syllables(
    [
      "Zvor", "Kvad", "Vlim", "Dzan", "Gzel", "Tvesk", "Xhol", "Mzub", "Ptarv", "Bzin", "Qorv",
      "Fjask",
    ],
    ["a", "e", "i", "o", "u", "ae", "oi"],
    [
      "quenz", "vrikh", "dzolm", "kxanth", "jvist", "mzeth", "jorvk", "zwick", "pfunn", "tchax",
      "gvorl", "bzhen",
    ])
  private static let forenames = syllables(
    ["Oz", "Uv", "Yx", "Ixt", "Evv", "Azq", "Urz", "Ojj"], ["im", "or", "el", "ub", "ak", "en"],
    ["wyn", "zo", "qua", "jin", "voe", "dra", "lith"])

  private var namesLeft: [String]
  private var idsTaken = Set<Int>()
  private var numbersTaken = Set<String>()

  init(seed: UInt64) {
    var stream = RandomStream(seed: seed, stream: StudentStream.ofCollege(1))
    namesLeft = Self.surnames
    stream.shuffle(&namesLeft)
  }

  private static func syllables(_ parts: [String]...) -> [String] {
    parts.reduce([""]) { words, syllables in
      words.flatMap { word in syllables.map { word + $0 } }
    }
  }

  mutating func identity(
    of student: SimulatedStudent, from stream: inout RandomStream
  ) -> StudentIdentity {
    let surname = namesLeft.popLast() ?? "Zvoraquenz\(idsTaken.count)"
    let first = id(from: &stream)
    // Some are given a new id when they come back; only the NHS number ties the two together.
    let isRenamed = stream.bernoulli(0.25) && student.nhsNumberKnown
    let again = student.registeredAgain != nil && isRenamed ? id(from: &stream) : first
    let age = min(max(stream.normal(mean: 44, sd: 13), 18.2), 86)
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    let postcode =
      "ZZ99 \(stream.integer(below: 10))" + String(letters[stream.integer(below: letters.count)])
      + String(letters[stream.integer(below: letters.count)])
    return StudentIdentity(
      ids: (first, again), nhsNumber: NHSNumber.drawn(from: &stream, taken: &numbersTaken),
      forename: Self.forenames[stream.integer(below: Self.forenames.count)], surname: surname,
      postcode: postcode, born: student.registered + -Int(age * 365.25),
      gender: ["F", "M", "NB", "-"][stream.index(weights: [0.58, 0.36, 0.03, 0.03])])
  }

  private mutating func id(from stream: inout RandomStream) -> String {
    while true {
      let number = 10_000 + stream.integer(below: 90_000)
      if idsTaken.insert(number).inserted { return "SRC-\(number)" }
    }
  }
}

import FurlongNumerics
import FurlongStudy

/// Who a student of Greyfell is on paper: what must never enter a study file.
struct GreyfellIdentity: Sendable {
  /// The college's id.
  var id: String
  /// Ten digits of the 999 range, which belongs to nobody.
  var nhsNumber: String
  var born: CalendarDay
  var gender: String
}

/// Gives every student an identity of invented numbers, no two alike.
struct GreyfellIdentityRegister {
  private var idsTaken = Set<Int>()
  private var numbersTaken = Set<String>()

  mutating func identity(
    of student: GreyfellStudent, from stream: inout RandomStream
  ) -> GreyfellIdentity {
    let age = min(max(stream.normal(mean: 41, sd: 13), 18.2), 84)
    let genders = ["Female", "Male", "Non-binary", "Prefer not to say"]
    return GreyfellIdentity(
      id: id(from: &stream), nhsNumber: NHSNumber.drawn(from: &stream, taken: &numbersTaken),
      born: student.registered + -Int(age * 365.25),
      gender: genders[stream.index(weights: [0.61, 0.33, 0.03, 0.03])])
  }

  private mutating func id(from stream: inout RandomStream) -> String {
    while true {
      let number = 1_000 + stream.integer(below: 9_000)
      if idsTaken.insert(number).inserted { return "GF-\(number)" }
    }
  }
}

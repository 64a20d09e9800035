/// Which random numbers belong to what of a student: each has a stream of its own, so that a change in
/// one leaves the others as they were.
enum StudentStream: UInt64 {
  case life
  case services
  case identity
  case attendance
  case comments
  case feedback

  func number(of student: UInt64) -> UInt64 { student &* 8 &+ rawValue }

  /// A stream that belongs to no student.
  static func ofCollege(_ place: UInt64) -> UInt64 { (1 << 40) &+ place }
}

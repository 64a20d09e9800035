import Foundation
import FurlongNumerics
import FurlongStudy

/// What a student says of a course that was attended, given back or not.
struct CourseFeedback: Sendable {
  let course: String
  /// The day on which it was, or would have been, filled in.
  let day: CalendarDay
  /// Whether the student would recommend the college, from 1 to 5.
  let recommend: Int
  /// Whether the question was left blank.
  let isBlank: Bool
  /// Whether the college received it.
  let isGiven: Bool
}

extension GreyfellModel {
  /// The feedback on every course that the student came to at least half of.
  ///
  /// - Parameter bookings: the student's, course by course.
  func feedback(
    of student: GreyfellStudent, on bookings: [SessionRegister.Booking],
    from stream: inout RandomStream
  ) -> [CourseFeedback] {
    var courses: [[SessionRegister.Booking]] = []
    for booking in bookings {
      if let last = courses.last?.last, last.course == booking.course, last.term == booking.term {
        courses[courses.count - 1].append(booking)
      } else {
        courses.append([booking])
      }
    }
    let share = parameters.tasteShare
    return courses.compactMap { sessions -> CourseFeedback? in
      guard let last = sessions.last else { return nil }
      let pleased = share * student.taste + (1 - share * share).squareRoot() * stream.normal()
      let odds = parameters.feedback.logOdds + parameters.feedback.perPleasure * pleased
      let isGiven = stream.bernoulli(1 / (1 + exp(-odds)))
      let day = last.day + stream.integer(below: 7)
      let isBlank = stream.bernoulli(parameters.blank)
      guard sessions.count(where: \.isAttended) * 2 >= sessions.count else { return nil }
      return CourseFeedback(
        course: last.course, day: day,
        recommend: 1 + parameters.recommendCuts.count { $0 < pleased }, isBlank: isBlank,
        isGiven: isGiven && day <= parameters.dataTo)
    }
  }
}

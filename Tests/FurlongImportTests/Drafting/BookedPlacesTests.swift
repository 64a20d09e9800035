import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Drafted exports of booking systems")
struct BookedPlacesTests: DraftsMappings {
  @Test(
    "Of a booking system the day of the session is read and who came, not the booking",
    arguments: [
      ("Event Start Date", "Attendee Status", "Checked in"),
      ("Session date", "Order status", "Attended?"), ("Date", "Booking status", "Came"),
    ])
  func bookingSystem(day: String, booking: String, came: String) throws {
    let rows = (101...120).map {
      "\($0),01/0\($0 % 8 + 1)/2024 10:00,HRC-00\($0 / 2),Sleep Well,\($0 % 9 + 13)/09/2024 10:30,Attending,\($0 % 3 == 0 ? "No" : "Yes")"
    }
    let draft = try draft(
      ["Order no.,Order Date,Student Ref,Event Name,\(day),\(booking),\(came)"] + rows)
    let map = try map(draft)
    guard case .attendance(let columns) = map.content else {
      Issue.record("\(draft.text)")
      return
    }
    #expect(columns.sessions == .rows(date: day, status: came))
    #expect(columns.statuses == ["Yes": .attended, "No": .missed])
    #expect(map.person.map(\.column) == ["Student Ref"])
    #expect(draft.checks.contains { $0.contains("'Order Date' is not read") })
    #expect(draft.checks.contains { $0.contains("'\(booking)' is not read") })
  }

  @Test("What became of a place is read rather than whether somebody came", .tags(.edge))
  func statusBesideYesAndNo() throws {
    let rows = (101...120).map {
      "HRC-00\($0),Sleep Well,\($0 % 9 + 13)/09/2024,\($0 % 3 == 0 ? "Cancelled by student" : "Attended"),\($0 % 3 == 0 ? "No" : "Yes")"
    }
    let draft = try draft(["Student Ref,Course,Session date,Status,Came"] + rows)
    #expect(draft.text.contains("  column: Status\n") && draft.checks.isEmpty, "\(draft.checks)")
    let only = try self.draft(
      ["Student Ref,Course,Booking date,Booking status"]
        + rows.map { $0.split(separator: ",").prefix(4).joined(separator: ",") })
    #expect(only.kind == .attendance && only.checks.count == 2, "\(only.checks)")
  }

  @Test("A column that says who came goes before a booking's status, and what is left out is told")
  func attendanceBesideStatus() throws {
    let rows = (101...140).map {
      "HRC-00\($0),Sleep Well,\($0 % 9 + 13)/09/2024,\($0 % 8 == 0 ? "Cancelled,Cancelled by learner,0" : $0 % 3 == 0 ? "Confirmed,Did not attend,0" : "Confirmed,Attended,2")"
    }
    let draft = try draft(
      ["Student Ref,Event name,Event start,Registration status,Attendance,Hours attended"] + rows)
    #expect(draft.text.contains("  column: Attendance\n"), "\(draft.text)")
    #expect(draft.decisions == 0)
    #expect(draft.checks.contains { $0.contains("'Registration status' is not read") })
    #expect(draft.checks.contains { $0.contains("'Hours attended' is not read") })
    let booked = try self.draft(
      ["Student Ref,Event name,Event start,Registration status"]
        + rows.map { $0.split(separator: ",").prefix(4).joined(separator: ",") })
    #expect(booked.text.contains("Confirmed: DECIDE"), "\(booked.text)")
    #expect(booked.checks.contains { $0.contains("a place was confirmed does not say") })
  }
}

import FurlongForms
import FurlongScales
import FurlongStudy

/// Which columns of a register with a row a place say when the session was and whether somebody came, and which only when it was
/// booked and what became of the booking.
struct BookedPlaces {
  /// The day of the session.
  let day: ColumnProfile
  /// What became of the place.
  let status: ColumnProfile
  /// Whether the status says yes or no to having come.
  let isYesOrNo: Bool
  /// What is to be looked at.
  private(set) var checks: [String] = []

  /// The columns; nil where there is no day, or none that says what became of a place.
  init?(_ sheet: ExportSheet) {
    let days = sheet.columns(.day)
    let ofSession = days.first { Self.isOfSession($0) } ?? days.first { !Self.isOfBooking($0) }
    guard let day = ofSession ?? days.first else { return nil }
    self.day = day
    let stated = sheet.columns(.status)
    let came = sheet.profiles.indices.first { place in
      [.other, .status].contains(sheet.roles[place]) && Self.saysWhoCame(sheet.profiles[place])
    }.map { sheet.profiles[$0] }
    let ofPlace = stated.filter { !Self.isOfBooking($0) && $0.isWords && !$0.isNumbers }
    // What says who came and who did not goes before what became of a booking, whatever their order.
    guard
      let status = ofPlace.first(where: { Self.saysPlaces($0) && !Self.saysWhoCame($0) }) ?? came
        ?? ofPlace.first ?? stated.first
    else { return nil }
    self.status = status
    isYesOrNo = Self.saysWhoCame(status)
    if ofSession == nil {
      checks.append(
        "'\(day.heading)' seems to be the day of the booking, and no other day was seen: name the day of the session at 'date'."
      )
    } else if let other = days.first(where: Self.isOfBooking) {
      checks.append(
        "'\(day.heading)' was taken for the day of the session; '\(other.heading)' is not read.")
    }
    let rivals = stated.filter { $0.heading != status.heading && !Self.saysWhoCame($0) }
    let words = rivals.filter { $0.isWords && !$0.isNumbers }
    if let other = words.first {
      let means = isYesOrNo ? ": yes is attended, no is missed" : ""
      checks.append(
        "'\(status.heading)' was taken to say who came\(means). '\(other.heading)' is not read: if it says which places were cancelled, name it under 'status', or leave those rows out."
      )
    } else if !isYesOrNo, Self.isOfBooking(status) || Self.saysBookingsOnly(status) {
      checks.append(
        "'\(status.heading)' seems to say what became of the booking: that a place was confirmed does not say that anybody came. If another column says who came, name it under 'status'; if none does, these are bookings, and no attendance can be told."
      )
    }
    if let hours = rivals.first(where: {
      $0.isNumbers && $0.words.says("hours", "hrs", "duration", "length")
    }) {
      checks.append(
        "'\(hours.heading)' is not read. If it is how many hours the session lasted, write it under 'session' (hours: \(YAMLText.word(hours.heading))) and take it out of 'ignore'."
      )
    }
  }

  /// Whether some of its words say that somebody came or did not, and most are of places at sessions.
  private static func saysPlaces(_ column: ColumnProfile) -> Bool {
    let texts = column.sample.texts.keys
    return column.share { KnownWords.placeWord($0) != nil } >= 0.5
      && texts.contains { [.attended, .missed].contains(KnownWords.place($0)) }
  }

  /// Whether its words are of bookings, and none says that somebody came or did not.
  private static func saysBookingsOnly(_ column: ColumnProfile) -> Bool {
    !saysPlaces(column)
      && column.sample.texts.keys.contains {
        HeadingText($0).says(
          "confirmed", "booked", "registered", "attending", "going", "accepted", "enrolled", "paid")
      }
  }

  /// The word of a mapping for what a cell says; nil where a person must say.
  func word(_ cell: String) -> String? {
    guard isYesOrNo else { return KnownWords.placeWord(cell) }
    if KnownWords.isYes(cell) || cell == "1" { return AttendanceStatus.attended.rawValue }
    return KnownWords.isNo(cell) || cell == "0"
      ? AttendanceStatus.missed.rawValue : KnownWords.placeWord(cell)
  }

  private static func isOfSession(_ column: ColumnProfile) -> Bool {
    !isOfBooking(column)
      && column.words.says("event", "session", "class", "attended", "attendance")
  }

  private static func isOfBooking(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "order", "ordered", "booking", "booked", "created", "purchase", "purchased", "payment",
      "paid", "modified", "updated", "attendee status", "ticket")
  }

  /// Whether a column asks whether somebody came, and nearly every cell says yes or no.
  private static func saysWhoCame(_ column: ColumnProfile) -> Bool {
    column.isWords && column.filled * 10 >= column.rows * 8
      && column.words.says(
        "checked in", "check in", "attended", "came", "turned up", "showed up", "present", "arrived"
      )
      && column.share { ["1", "0"].contains($0) || KnownWords.isYes($0) || KnownWords.isNo($0) }
        >= 0.8
  }
}

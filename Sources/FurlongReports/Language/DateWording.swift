import FurlongStudy

extension CalendarDay {
  /// The day as people write it: `12 September 2024`.
  var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, day) = date
    return "\(day) \(months[month - 1]) \(year)"
  }
}

import FurlongStudy

/// Counts attendance by calendar month, of all who meet the plan's criteria.
struct MonthlySelection {
  var plan: CohortPlan

  /// The months; nil where nobody came.
  ///
  /// - Parameter places: those that were offered, of each person one after the other.
  func select(_ places: [CountedPlaces.Place]) -> MonthlyAttendance? {
    var all = CountOfPeople()
    var months: [CalendarDay: (month: MonthlyAttendance.Month, people: CountOfPeople)] = [:]
    for place in places {
      let first = Self.firstDay(ofMonth: CalendarDay(number: place.day))
      var found =
        months[first] ?? (.init(first: first, offered: 0, attended: 0, people: 0), CountOfPeople())
      found.month.offered += 1
      if place.cameTo {
        found.month.attended += 1
        found.people.add(place.person)
        all.add(place.person)
      }
      months[first] = found
    }
    let days = places.map(\.day)
    guard all.people > 0, let firstDay = days.min(), let lastDay = days.max() else { return nil }
    return MonthlyAttendance(
      people: all.people, ofTwo: all.ofTwo, firstDay: CalendarDay(number: firstDay),
      lastDay: self.lastDay(CalendarDay(number: lastDay)),
      months: months.values.map { found in
        var month = found.month
        month.people = found.people.people
        month.ofTwo = found.people.ofTwo
        return month
      }.sorted { $0.first < $1.first })
  }

  /// Until when the register is taken to be kept: to the end of the month of its last place, where the data reach so far.
  ///
  /// Other exports may reach far beyond it, and terms without a register are not terms to which nobody came.
  private func lastDay(_ lastPlace: CalendarDay) -> CalendarDay {
    guard let dataTo = plan.dataTo else { return lastPlace }
    return min(
      dataTo, Self.firstDay(ofMonth: lastPlace).adding(months: 1).adding(days: -1))
  }

  private static func firstDay(ofMonth day: CalendarDay) -> CalendarDay {
    CalendarDay(number: day.number - day.date.day + 1)
  }
}

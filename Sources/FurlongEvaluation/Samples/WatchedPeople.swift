import FurlongStatistics
import FurlongStudy

/// Those of a group who were watched for an event from day 0 on.
struct WatchedPeople {
  /// One of them.
  struct Person {
    /// The entry in the cohort's columns.
    var place: Int
    var dayZero: CalendarDay
    var end: FirstEvents.End

    /// How the person stood so many calendar months after day 0: what came on that very day came later.
    func standing(at month: Int) -> TimeStanding {
      let limit = dayZero.adding(months: month).number - dayZero.number
      return switch end {
      case .had(let day): day < limit ? .had : .still
      case .lost(let day): day + 1 < limit ? .lost : .still
      }
    }

    /// Days to the event, watched no longer than so many months.
    func days(within months: Int) -> WatchedTime {
      let limit = dayZero.adding(months: months).number - dayZero.number
      return switch end {
      case .had(let day):
        WatchedTime(time: Double(min(day, limit - 1)), happened: day < limit)
      case .lost(let day): WatchedTime(time: Double(min(day, limit - 1)), happened: false)
      }
    }

    /// The same in calendar months and parts of one, so that each month's end is a whole number.
    func months(within months: Int) -> WatchedTime {
      switch end {
      case .had(let day):
        let time = position(of: day)
        return time < Double(months)
          ? WatchedTime(time: time, happened: true)
          : WatchedTime(time: Double(months).nextDown, happened: false)
      case .lost(let day):
        // Known not to have come up to the end of the day: just before the next begins.
        return WatchedTime(
          time: min(position(of: day + 1), Double(months)).nextDown, happened: false)
      }
    }

    private func position(of day: Int) -> Double {
      let on = dayZero.number + day
      var month = max(0, day / 31)
      while dayZero.adding(months: month + 1).number <= on { month += 1 }
      let begins = dayZero.adding(months: month).number
      let ends = dayZero.adding(months: month + 1).number
      return Double(month) + Double(on - begins) / Double(ends - begins)
    }
  }

  var people: [Person] = []

  init(of members: [Int], _ first: FirstEvents, dayZero: [CalendarDay?]) {
    for place in members {
      guard let day = dayZero[place], let end = first.ends[place] else { continue }
      people.append(Person(place: place, dayZero: day, end: end))
    }
  }

  func count(_ standing: TimeStanding, at month: Int) -> Int {
    people.count { $0.standing(at: month) == standing }
  }
}

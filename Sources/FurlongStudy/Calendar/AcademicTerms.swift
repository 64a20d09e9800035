/// The terms of an academic year, the same every year: each runs to the day before the next begins.
public struct AcademicTerms: Codable, Sendable, Equatable {
  /// The day of each year on which a term begins.
  public enum Start: Codable, Sendable, Hashable {
    /// The same date every year.
    case date(month: Int, day: Int)
    /// The Friday before Easter Sunday.
    case goodFriday

    /// The day in a calendar year.
    public func day(in year: Int) -> CalendarDay? {
      switch self {
      case .date(let month, let day): CalendarDay(year: year, month: month, day: day)
      case .goodFriday: CalendarDay.easterSunday(of: year)?.adding(days: -2)
      }
    }

    /// The earliest and the latest month and day of any year, as numbers that can be compared.
    public var span: ClosedRange<Int> {
      switch self {
      case .date(let month, let day): (100 * month + day)...(100 * month + day)
      // Easter Sunday falls on 22 March to 25 April.
      case .goodFriday: 320...423
      }
    }
  }

  /// One term of every year.
  public struct Term: Codable, Sendable, Hashable {
    /// Its id: `autumn`.
    public var id: String
    /// What the report calls it.
    public var label: String
    /// When it begins.
    public var start: Start

    /// A term.
    public init(id: String, label: String, start: Start) {
      self.id = id
      self.label = label
      self.start = start
    }
  }

  /// The terms, in the order of the academic year, which begins with the first.
  public var terms: [Term]

  /// Terms in the order of the academic year; the first begins on a date.
  public init(_ terms: [Term]) { self.terms = terms }

  /// September to December, January to the day before Good Friday, Good Friday to the end of August.
  public static let usual = AcademicTerms([
    Term(id: "autumn", label: "Autumn", start: .date(month: 9, day: 1)),
    Term(id: "spring", label: "Spring", start: .date(month: 1, day: 1)),
    Term(id: "summer", label: "Summer", start: .goodFriday),
  ])

  /// The academic year that begins in a calendar year; nil where the calendar ends.
  public func year(beginningIn calendarYear: Int) -> AcademicYear? {
    guard let first = terms.first,
      let start = first.start.day(in: calendarYear),
      let next = first.start.day(in: calendarYear + 1)
    else { return nil }
    var days: [CalendarDay] = []
    for term in terms {
      // A term that begins earlier in the calendar than the first lies in the next calendar year.
      let isLater = term.start.span.lowerBound >= first.start.span.lowerBound
      guard let day = term.start.day(in: isLater ? calendarYear : calendarYear + 1) else {
        return nil
      }
      days.append(day)
    }
    let ends = days.dropFirst() + [next]
    let parts = zip(zip(terms, days), ends).map { place, end in
      AcademicYear.Part(term: place.0, days: DayRange(from: place.1, to: end.adding(days: -1)))
    }
    return AcademicYear(
      beginsIn: calendarYear, days: DayRange(from: start, to: next.adding(days: -1)), parts: parts)
  }

  /// The academic years that hold any of some days, in order.
  public func years(over days: DayRange) -> [AcademicYear] {
    guard days.to.date.year - days.from.date.year < 200 else { return [] }
    return (days.from.date.year - 1...days.to.date.year).compactMap(year(beginningIn:)).filter {
      $0.days.to >= days.from && $0.days.from <= days.to
    }
  }
}

/// One academic year and its terms.
public struct AcademicYear: Sendable, Equatable {
  /// One term of it.
  public struct Part: Sendable, Equatable {
    /// Which term.
    public var term: AcademicTerms.Term
    /// Its days.
    public var days: DayRange
  }

  /// The calendar year in which it begins.
  public var beginsIn: Int
  /// Its days.
  public var days: DayRange
  /// Its terms, in order, without gaps.
  public var parts: [Part]

  /// `2022/23`; `2023` where it is the calendar year.
  public var name: String {
    days.to.date.year == beginsIn
      ? String(beginsIn)
      : "\(beginsIn)/\(String(String(days.to.date.year).suffix(2)))"
  }
}

extension CalendarDay {
  /// Easter Sunday of a year of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
  public static func easterSunday(of year: Int) -> CalendarDay? {
    guard year > 0 else { return nil }
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let corrected = century - century / 4 - (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + corrected + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let month = (golden + 11 * epact + 22 * weekday) / 451
    let place = epact + weekday - 7 * month + 114
    return CalendarDay(year: year, month: place / 31, day: place % 31 + 1)
  }
}

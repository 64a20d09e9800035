public import FurlongStudy
import GRDB

extension StudyFile {
  /// The last day of which any kept row speaks; nil where no row has one.
  public func lastDay() throws(StoreError) -> CalendarDay? {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT MAX(day) FROM (
            SELECT MAX(registered_on) AS day FROM registration
            UNION ALL SELECT MAX(day) FROM form
            UNION ALL SELECT MAX(day) FROM place
            UNION ALL SELECT MAX(day) FROM event
            UNION ALL SELECT MAX(from_day) FROM stay
            UNION ALL SELECT MAX(told_on) FROM story)
          """)
    }.map(CalendarDay.init(number:))
  }
}

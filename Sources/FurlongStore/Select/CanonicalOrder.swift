import FurlongStudy

extension Cohort {
  /// The same cohort with people ordered by everything that is known of them.
  ///
  /// People with the same key are the same in every column, so the outcome depends neither on rows nor on
  /// pseudonyms, and sums of floating numbers come out the same to the last bit.
  func inCanonicalOrder() -> Cohort { ordered(by: canonicalOrder()) }

  /// Which person comes where: entry i is the place that person i of the new order had.
  func canonicalOrder() -> [Int] {
    let keys = canonicalKeys()
    return keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
  }

  /// The same cohort in another order of people.
  func ordered(by order: [Int]) -> Cohort {
    var place = [Int](repeating: 0, count: size)
    for (new, old) in order.enumerated() { place[old] = new }
    func sorted<Value>(_ column: [Value]) -> [Value] { order.map { column[$0] } }

    var result = self
    result.dayZero = sorted(dayZero)
    result.about = about.mapValues(sorted)
    if let attendance {
      result.attendance = AttendanceColumns(
        attended: sorted(attendance.attended), missed: sorted(attendance.missed),
        cancelledByStudent: sorted(attendance.cancelledByStudent),
        cancelledByCollege: sorted(attendance.cancelledByCollege),
        beforeDayZero: sorted(attendance.beforeDayZero), monthly: attendance.monthly,
        years: attendance.years)
    }
    for index in forms.indices {
      result.forms[index].answers = sorted(forms[index].answers)
      result.forms[index].due = sorted(forms[index].due)
    }
    for (index, column) in serviceUse.enumerated() {
      result.serviceUse[index].counted = sorted(column.counted)
      result.serviceUse[index].eventsBefore = sorted(column.eventsBefore)
      result.serviceUse[index].eventsAfter = sorted(column.eventsAfter)
      result.serviceUse[index].daysBefore = sorted(column.daysBefore)
      result.serviceUse[index].daysAfter = sorted(column.daysAfter)
      result.serviceUse[index].runningOnDayZero = sorted(column.runningOnDayZero)
    }
    for (index, column) in firstEvents.enumerated() {
      result.firstEvents[index].ends = sorted(column.ends)
    }
    for index in onceForms.indices {
      for entry in onceForms[index].entries.indices {
        result.onceForms[index].entries[entry].person =
          place[onceForms[index].entries[entry].person]
      }
    }
    for index in (stories?.entries ?? []).indices {
      if let old = stories?.entries[index].person {
        result.stories?.entries[index].person = place[old]
      }
    }
    return result
  }

  /// For each person all values in a fixed order, as bytes.
  private func canonicalKeys() -> [[UInt8]] {
    var keys = [[UInt8]](repeating: [], count: size)
    func add(_ person: Int, _ text: String) {
      keys[person].append(contentsOf: text.utf8)
      keys[person].append(0x1F)
    }
    func add(_ person: Int, _ numbers: Int...) {
      for (place, number) in numbers.enumerated() {
        if place > 0 { keys[person].append(UInt8(ascii: ",")) }
        if (0...9).contains(number) {
          keys[person].append(UInt8(ascii: "0") + UInt8(number))
        } else {
          keys[person].append(contentsOf: String(number).utf8)
        }
      }
      keys[person].append(0x1F)
    }
    let names = about.keys.sorted()
    for person in 0..<size {
      add(person, dayZero[person]?.description ?? "")
      for name in names { add(person, (about[name]?[person]).map { "=" + $0 } ?? "") }
      for form in forms {
        add(person, form.answers[person].map { AnswersText($0).text } ?? "")
        add(person, form.due[person] ? "1" : "0")
      }
      if let attendance {
        add(person, attendance.attended[person], attendance.missed[person])
        add(person, attendance.cancelledByStudent[person])
        add(person, attendance.cancelledByCollege[person])
        add(person, attendance.beforeDayZero[person])
      }
      for column in serviceUse {
        add(person, column.counted[person] ? "true" : "false")
        add(person, column.runningOnDayZero[person])
        add(person, column.eventsBefore[person], column.eventsAfter[person])
        add(person, column.daysBefore[person], column.daysAfter[person])
      }
      for column in firstEvents {
        switch column.ends[person] {
        case .had(let day): add(person, 1, day)
        case .lost(let day): add(person, 0, day)
        case nil: add(person, "")
        }
      }
    }
    for column in onceForms {
      for entry in column.entries {
        add(
          entry.person, "\(column.scale)|\(entry.course ?? "")|\(AnswersText(entry.answers).text)")
        add(entry.person, entry.isLast ? "1" : "0")
      }
    }
    for entry in stories?.entries ?? [] { add(entry.person, entry.story.id) }
    return keys
  }
}

import FurlongStudy

extension Cohort {
  /// The same cohort with people ordered by everything that is known of them.
  ///
  /// People with the same key are the same in every column, so the outcome depends neither on rows nor on
  /// pseudonyms, and sums of floating numbers come out the same to the last bit.
  func inCanonicalOrder() -> Cohort { ordered(by: canonicalOrder()) }

  /// Which person comes where: entry i is the place that person i of the new order had.
  ///
  /// What people are and what they answered tells nearly all of them apart: the many columns of service use are read only for those
  /// whom it does not.
  func canonicalOrder() -> [Int] {
    let first = keysOfPeople()
    var order = (0..<size).sorted { first[$0].lexicographicallyPrecedes(first[$1]) }
    let extras = extraKeys()
    var start = 0
    while start < size {
      let same = order[start...].prefix { first[$0] == first[order[start]] }
      if same.count > 1 {
        let keys = Dictionary(
          uniqueKeysWithValues: same.map { ($0, keyOfUse($0) + (extras[$0] ?? [])) })
        order[same.indices].sort {
          (keys[$0] ?? []).lexicographicallyPrecedes(keys[$1] ?? [])
        }
      }
      start = same.endIndex
    }
    return order
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
        years: attendance.years,
        hours: attendance.hours.map {
          HoursAttended(minutes: sorted($0.minutes), longest: $0.longest)
        })
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
      guard !column.eventsOfWholeAfter.isEmpty else { continue }
      result.serviceUse[index].eventsOfWholeAfter = sorted(column.eventsOfWholeAfter)
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

  /// For each person what they are, answered and attended, in a fixed order, as bytes.
  private func keysOfPeople() -> [[UInt8]] {
    let names = about.keys.sorted()
    return (0..<size).map { person in
      var key = CanonicalKey()
      key.add(dayZero[person]?.description ?? "")
      for name in names { key.add((about[name]?[person]).map { "=" + $0 } ?? "") }
      for form in forms {
        key.add(form.answers[person].map { AnswersText($0).text } ?? "")
        key.add(form.due[person] ? "1" : "0")
      }
      if let attendance {
        key.add(attendance.attended[person], attendance.missed[person])
        key.add(attendance.cancelledByStudent[person])
        key.add(attendance.cancelledByCollege[person])
        key.add(attendance.beforeDayZero[person])
        if let hours = attendance.hours { key.add(hours.minutes[person] ?? -1) }
      }
      return key.bytes
    }
  }

  /// One person's use of services.
  private func keyOfUse(_ person: Int) -> [UInt8] {
    var key = CanonicalKey()
    for column in serviceUse {
      key.add(column.counted[person] ? "true" : "false")
      key.add(column.runningOnDayZero[person])
      key.add(column.eventsBefore[person], column.eventsAfter[person])
      key.add(column.daysBefore[person], column.daysAfter[person])
    }
    for column in serviceUse where !column.eventsOfWholeAfter.isEmpty {
      key.add(column.eventsOfWholeAfter[person] ?? -1)
    }
    for column in firstEvents {
      switch column.ends[person] {
      case .had(let day): key.add(1, day)
      case .lost(let day): key.add(0, day)
      case nil: key.add("")
      }
    }
    return key.bytes
  }

  /// What else there is of some people: what they were asked once, and their stories.
  private func extraKeys() -> [Int: [UInt8]] {
    var keys: [Int: CanonicalKey] = [:]
    for column in onceForms {
      for entry in column.entries {
        keys[entry.person, default: CanonicalKey()].add(
          "\(column.scale)|\(entry.course ?? "")|\(AnswersText(entry.answers).text)")
        keys[entry.person, default: CanonicalKey()].add(entry.isLast ? "1" : "0")
      }
    }
    for entry in stories?.entries ?? [] {
      keys[entry.person, default: CanonicalKey()].add(entry.story.id)
    }
    return keys.mapValues(\.bytes)
  }
}

/// The values of one person as bytes, each with its end.
private struct CanonicalKey {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x1F)
  }

  mutating func add(_ numbers: Int...) {
    for (place, number) in numbers.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      if (0...9).contains(number) {
        bytes.append(UInt8(ascii: "0") + UInt8(number))
      } else {
        bytes.append(contentsOf: String(number).utf8)
      }
    }
    bytes.append(0x1F)
  }
}

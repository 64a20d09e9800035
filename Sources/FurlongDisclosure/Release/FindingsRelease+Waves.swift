import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  /// What use cost by period, made of the rates that are printed of each: it says no more than they do.
  func release(
    _ waves: [MoneyFinding<Unreleased>.Wave], of book: MoneyFinding<Unreleased>.Book,
    in window: MoneyFinding<Unreleased>.Window
  ) -> [MoneyFinding<Released>.Wave] {
    let prices = book.services.map(\.pounds)
    func sum(_ rates: ArraySlice<Double>) -> Double {
      zip(rates, prices).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let rates = waves.map { wave in
      zip(wave.rates, book.services).map { rate, service in
        let key = CountKey.eventsIn(
          event: service.event.id, window: window.window.id, from: wave.from)
        return rule.answer(
          rate, of: TimelineMeasure.rate.declared, key: nil,
          closed: rule.holdsBack(key) ? .wouldTell : nil)
      }
    }
    return zip(waves, rates).map { wave, own in
      MoneyFinding.Wave(
        from: wave.from, to: wave.to, rates: own,
        answers: wave.answers.map { measure, answer in
          switch measure {
          case .cost:
            rule.made(answer, of: measure.declared, from: own, by: { sum($0[...]) })
          case .ofFirst:
            rule.made(
              answer, of: measure.declared, from: own + (rates.first ?? []),
              by: { sum($0[..<own.count]) / sum($0[own.count...]) })
          }
        })
    }
  }
}

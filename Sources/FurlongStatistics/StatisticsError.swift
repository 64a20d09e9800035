public import FurlongNumerics

/// Why a sample has no such statistic.
///
/// Cases carry counts and settings, never a person's value.
public enum StatisticsError: Error, Equatable, Sendable {
  /// There are fewer observations than the statistic needs.
  case tooFew(of: String, count: Int, needed: Int)
  /// Two samples that belong together differ in length.
  case unequalLengths(Int, Int)
  /// Some values are NaN or infinite: missing values are taken out before, and counted.
  case notFinite(in: String, count: Int)
  /// All values are equal (to within rounding), so that nothing can be divided by their spread.
  case noVariation(in: String, count: Int)
  /// Nothing happened in a period, so that its rate is 0 and a ratio has no interval; 0 persons where
  /// events are counted and not persons.
  case noEvents(in: String, persons: Int)
  /// A value or a setting lies outside what is allowed.
  case outsideRange(what: String, value: Double, expected: String)
  /// Terms of a model are made of each other, so that their coefficients cannot be told apart; so many are too many.
  case dependentTerms([String], excess: Int)
  /// So many persons each determine a coefficient alone, so that nothing is left to judge its error by.
  case leverageOfOne(count: Int)
  /// The values are so large or so small that the result is no finite number.
  case overflow(in: String)
  /// A number below statistics could not be computed.
  case numerics(NumericsError)
}

extension StatisticsError: CustomStringConvertible {
  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .tooFew(let what, let count, let needed):
      "Too few \(what): \(count), where at least \(needed) are needed."
    case .unequalLengths(let first, let second):
      "The samples have \(first) and \(second) values, but belong together pair by pair."
    case .notFinite(let what, let count):
      "\(count) of the \(what) are missing or infinite: leave them out and count them first."
    case .noVariation(let what, let count):
      "All \(count) \(what) are equal, so their spread is 0 and nothing can be divided by it."
    case .noEvents(let period, 0):
      "No event happened \(period), so no rate or ratio can be given."
    case .noEvents(let period, let persons):
      "None of \(persons) persons had an event \(period), so no ratio can be given."
    case .outsideRange(let what, let value, let expected):
      "The \(what) is \(value), but must be \(expected)."
    case .dependentTerms(let terms, let excess):
      "The terms \(terms.joined(separator: ", ")) of the model depend on each other: leave \(excess) out."
    case .leverageOfOne(let count):
      "\(count) of the persons determine a coefficient alone, so its error cannot be judged: leave out a "
        + "term, or choose classical variances."
    case .overflow(let what):
      "The \(what) is too large or too small for a number: use other units."
    case .numerics(let error):
      error.description
    }
  }
}

/// Runs a computation of Numerics and passes its error on as one of Statistics.
func numerically<Answer>(
  _ compute: () throws(NumericsError) -> Answer
) throws(StatisticsError) -> Answer {
  do {
    return try compute()
  } catch {
    throw .numerics(error)
  }
}

/// Throws unless every value is a finite number.
func requireFinite(_ values: [Double], _ what: String) throws(StatisticsError) {
  var count = 0
  for value in values where !value.isFinite { count += 1 }
  if count > 0 { throw .notFinite(in: what, count: count) }
}

/// The sum of counts that are 0 or more.
///
/// - Throws: `overflow` beyond 2⁵³, where counts are no longer told apart.
func total(
  of counts: some Sequence<Int>, _ what: String
) throws(StatisticsError) -> Int {
  let most = 1 << 53
  var sum = 0
  for count in counts {
    if count > most - sum { throw .overflow(in: what) }
    sum += count
  }
  return sum
}

/// Throws unless every number of an answer is finite.
func requireResult(_ numbers: [Double], _ what: String) throws(StatisticsError) {
  for number in numbers where !number.isFinite { throw .overflow(in: what) }
}

/// Throws unless a confidence level lies strictly between 0 and 1.
func requireLevel(_ level: Double) throws(StatisticsError) {
  if !(level > 0 && level < 1) {
    throw .outsideRange(
      what: "confidence level", value: level, expected: "strictly between 0 and 1, such as 0.95")
  }
}

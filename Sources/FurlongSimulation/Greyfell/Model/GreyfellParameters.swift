import FurlongStudy

/// Every number that Greyfell is drawn with, chosen so that the exports look like those of a small
/// college; they describe no real one.
///
/// Distress is in standard deviations of students at the start; higher is worse.
struct GreyfellParameters: Sendable {
  // Who registers, and when.
  var registered = 264
  var firstDay = CalendarDay(2023, 9, 1)
  var lastDay = CalendarDay(2025, 7, 31)
  var dataTo = CalendarDay(2026, 1, 31)
  var yearWeights = [0.46, 0.54]
  /// From September to August: terms begin in September, January and April.
  var monthWeights = [3.0, 1.6, 0.9, 0.4, 2.2, 1.2, 0.9, 1.5, 0.9, 0.6, 0.4, 0.3]
  var carers = 0.08
  var leaves = 0.05
  var nhsNumberKnown = 0.92

  // PHQ-9 and GAD-7: chosen for means of about 12.6 and 9.9 and SD of about 6.2 and 5.5 at the start,
  // and an α near .87.
  var phq9 = ItemModel(
    thresholds: [-0.85, 0.20, 0.80],
    shifts: [-0.10, -0.05, -0.15, -0.40, 0.05, -0.10, 0.05, 0.35, 0.75], loading: 0.68, lowest: 0)
  var gad7 = ItemModel(
    thresholds: [-0.80, 0.25, 0.80], shifts: [-0.20, 0, -0.25, -0.05, 0.20, -0.10, 0.30],
    loading: 0.75, lowest: 0)
  /// Mean and SD of the sum of PHQ-9 at the start, as the loss of forms sees them.
  var phq9AtStart = (mean: 12.6, sd: 6.2)
  /// Correlation of depression and anxiety at the start.
  var correlation = 0.75
  /// Variance of the passing state, drawn anew for every form; the trait has the rest of 1.
  var stateVariance = 0.15
  /// How much less distressed than students carers are.
  var carersBelow = 0.8

  // Change between the forms. Without the college students would stay, on average, where they were.
  var depressionChange = (mean: -0.37, sd: 0.45)
  var anxietyChange = (mean: -0.21, perDepression: 0.25, sd: 0.30)
  /// Correlation of engagement with a fall of depression.
  var engagementHelps = 0.3

  // The ladder: a place from 0 to 10, rounded.
  var ladderAtStart = [4.0, 4.2, 4.4]
  var ladderSD = 2.0
  /// Correlation of the ladder with less depression at the start.
  var ladderWithDistress = 0.45
  var ladderChange = [1.12, 0.61, 0.92]
  /// What one SD of worsening depression takes from the change.
  var ladderPerDepression = 0.7
  var ladderChangeSD = 1.2
  /// What differs from form to form.
  var ladderStateSD = 0.7

  // Work, volunteering and study: log odds, and what one SD of worsening depression adds.
  var inWork = (logOdds: -0.40, perDepression: -0.50)
  var gainsWork = (logOdds: -1.25, perChange: -0.50)
  var losesWork = (logOdds: -1.95, perChange: 0.50)
  /// Shares of the sought states among those in one, at the start and among those who gain one.
  var soughtAtStart = [0.42, 0.34, 0.24]
  var soughtWhenGained = [0.25, 0.45, 0.30]
  /// Share of those in no sought state who look for work.
  var looking = 0.30
  /// Share of volunteers and learners who find paid work.
  var findsPaid = 0.08

  // Housing: chosen so that as many come out of settled housing as come into it.
  var housingAtStart = [0.50, 0.25, 0.16, 0.09]
  var housingMoves = [
    [0.955, 0.015, 0.008, 0.022], [0.030, 0.915, 0.015, 0.040], [0.050, 0.015, 0.907, 0.028],
    [0.060, 0.083, 0.140, 0.717],
  ]

  // Which forms come back.
  var startForm = 0.95
  var startFormOfCarers = 0.6
  /// Log odds that the form at the end comes back, for an average student.
  var returns = 0.28
  var returnsPerEngagement = 0.55
  /// What one SD of PHQ-9 at the start adds: who is worse off is lost more often.
  var returnsPerDistress = -0.40
  /// What one SD of worsening depression adds.
  var returnsPerWorsening = -0.55
  /// Probability that an answer on a scale is left blank.
  var blank = 0.008
  /// Probability that a form does not say what somebody does, or where somebody lives.
  var stateUnsaid = 0.02
  /// How many rows of the forms' export stand twice.
  var typedTwice = 5

  // Feedback after a course that a student came to at least half of.
  /// Log odds that it is given, and what one SD of being pleased adds.
  var feedback = (logOdds: 0.50, perPleasure: 0.40)
  /// How much of being pleased is the student's own, the rest being the course's.
  var tasteShare = 0.6
  /// Where recommending 1, 2, 3, 4 and 5 part, in SD of being pleased.
  var recommendCuts = [-1.75, -1.30, -0.85, 0.0]
}

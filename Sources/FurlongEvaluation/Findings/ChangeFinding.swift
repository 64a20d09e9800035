/// Question 2: how far people travelled.
public struct ChangeFinding: Codable, Sendable, Equatable {
  /// The change of one group at one follow-up.
  ///
  /// All answers are later minus earlier.
  public struct Row: Codable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// People with both forms.
    public var used: PeopleCount
    /// People of the group whose follow-up is due, with or without a first form.
    public var eligible: PeopleCount
    /// Mean before, of those with both.
    public var meanBefore: Answer
    /// Standard deviation before.
    public var sdBefore: Answer
    /// Mean after.
    public var meanAfter: Answer
    /// Standard deviation after.
    public var sdAfter: Answer
    /// Correlation of before and after.
    public var correlation: Answer
    /// Mean change with Student's t interval.
    public var meanChange: Answer
    /// Standard deviation of change.
    public var sdChange: Answer
    /// Paired t statistic with df and p.
    public var tStatistic: Answer
    /// Wilcoxon's signed-rank W+.
    public var wilcoxon: Answer
    /// Change in average standard deviations (root mean square of the two).
    public var dAv: Answer
    /// The same, corrected for small samples.
    public var gAv: Answer
    /// Change in standard deviations of change.
    public var dZ: Answer
    /// Change in standard deviations of change over √(2(1 − r)).
    public var dRm: Answer
    /// Change in standard deviations before.
    public var dB: Answer
    /// The same, corrected for small samples.
    public var gB: Answer
    /// Median before.
    public var medianBefore: Answer
    /// Median after.
    public var medianAfter: Answer
    /// Median change, its interval between two of the changes with the level that it attains.
    public var medianChange: Answer
    /// The share who changed for the better, and half of those who did not change.
    public var probabilityOfImprovement: Answer

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: PeopleCount, eligible: PeopleCount,
      meanBefore: Answer, sdBefore: Answer, meanAfter: Answer, sdAfter: Answer,
      correlation: Answer, meanChange: Answer, sdChange: Answer, tStatistic: Answer,
      wilcoxon: Answer, dAv: Answer, gAv: Answer, dZ: Answer, dRm: Answer, dB: Answer, gB: Answer,
      medianBefore: Answer, medianAfter: Answer, medianChange: Answer,
      probabilityOfImprovement: Answer
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.meanBefore = meanBefore
      self.sdBefore = sdBefore
      self.meanAfter = meanAfter
      self.sdAfter = sdAfter
      self.correlation = correlation
      self.meanChange = meanChange
      self.sdChange = sdChange
      self.tStatistic = tStatistic
      self.wilcoxon = wilcoxon
      self.dAv = dAv
      self.gAv = gAv
      self.dZ = dZ
      self.dRm = dRm
      self.dB = dB
      self.gB = gB
      self.medianBefore = medianBefore
      self.medianAfter = medianAfter
      self.medianChange = medianChange
      self.probabilityOfImprovement = probabilityOfImprovement
    }
  }

  /// One scale.
  public struct Outcome: Codable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// Follow-ups within groups: everyone first, each at all follow-ups.
    public var rows: [Row]
    /// Forms in use, over all occasions.
    public var forms: Answer
    /// Those of them whose blank items were filled in by the mean of the others.
    public var formsFilledIn: Answer
    /// Their share.
    public var filledIn: Answer

    /// A scale's change.
    public init(
      scale: ScaleDescription, rows: [Row], forms: Answer, formsFilledIn: Answer, filledIn: Answer
    ) {
      self.scale = scale
      self.rows = rows
      self.forms = forms
      self.formsFilledIn = formsFilledIn
      self.filledIn = filledIn
    }
  }

  /// The scales, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of change.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}

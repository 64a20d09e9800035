extension Measure {
  /// Every measure that findings have, as declared.
  ///
  /// The results table's guide and the gate are tested against this list.
  public static var all: [Measure] {
    let missing = [
      MissingVariable.firstScore, .sessionsAttended, .value(column: "", value: ""),
    ].flatMap { kind in MissingMeasure.allCases.map { $0.declared(for: kind) } }
    return ReachPeople.all + of(AttendanceMeasure.self) + of(HoursMeasure.self)
      + [HoursMeasure.people]
      + [MonthlyMeasure.attended, MonthlyMeasure.people] + of(MonthlyMeasure.self)
      + [MonthlyMeasure.signal, PeriodMeasure.attended, PeriodMeasure.people]
      + of(CasemixMeasure.self) + [CasemixMeasure.population] + missing + of(ChangeMeasure.self)
      + of(FormsMeasure.self)
      + [MeaningMeasure.threshold] + of(MeaningMeasure.self)
      + [MeaningMeasure.cutOff, MeaningMeasure.crossedByOther]
      + [OtherJudgement.threshold] + of(OtherJudgement.self) + RuleMeasure.stated
      + of(RuleMeasure.self) + of(RuleRecoveryMeasure.self) + [RuleRecoveryMeasure.recovered]
      + of(RuleDueMeasure.self) + ServiceUseMeasure.counts
      + of(LifeMeasure.self) + LifePeople.all + of(FeedbackMeasure.self) + [FeedbackMeasure.people]
      + of(ArmChangeMeasure.self) + of(ArmMeaningMeasure.self) + of(ArmUseMeasure.self)
      + of(ServiceUseMeasure.self) + [ServiceUseMeasure.ratioInOneWay] + of(RobustUseMeasure.self)
      + RobustUseMeasure.Direction.allCases.map(\.declared) + of(TimelineMeasure.self)
      + of(ContextMeasure.self) + of(UnitMeasure.self) + UnitMeasure.single
      + of(UnitMonthMeasure.self)
      + TimeToEventPeople.all + of(TimeToEventMeasure.self) + of(ByMonthMeasure.self)
      + of(StoriesMeasure.self)
      + StoriesMeasure.people + of(QuoteMeasure.self) + of(ThemeMeasure.self)
      + [ThemeMeasure.overAll]
      + of(ServiceCostMeasure.self) + [ServiceCostMeasure.unitCost] + of(MoneyMeasure.self)
      + of(WaveMeasure.self) + of(HolderMeasure.self) + of(ImprovedCostMeasure.self)
      + of(ArmCostMeasure.self) + of(PointWorthMeasure.self) + [PointWorthMeasure.pointValue]
      + of(DeliveryMeasure.self)
      + DeliveryMeasure.all
      + CertaintyMeasure.allCases.map(\.declared)
  }

  private static func of<Measures: FindingMeasure>(_ set: Measures.Type) -> [Measure] {
    set.allCases.map(\.declared)
  }
}

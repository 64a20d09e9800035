/// All that is simulated, in the order of the table.
enum CoverageDesigns {
  /// Each subject with its designs.
  static func all() throws -> [(subject: String, designs: [CoverageDesign])] {
    [
      ("changes", try CoverageOfChange.designs()),
      ("sizes of changes", try CoverageOfChangeSizes.designs()),
      ("correlations", try CoverageOfCorrelations.designs()),
      ("limits of agreement", try CoverageOfLimits.designs()),
      ("bootstraps of changes", try CoverageOfBootstraps.designs()),
      ("smallest important changes", try CoverageOfSmallestChange.designs()),
      ("one person more", try CoverageOfOnePerson.designs()),
      ("groups", try CoverageOfGroups.designs()),
      ("sizes of groups", try CoverageOfGroupSizes.designs()),
      ("groups that change", try CoverageOfGroupChanges.designs()),
      ("arms", try CoverageOfArms.designs()),
      ("several groups", try CoverageOfSeveralGroups.designs()),
      ("pairs of several groups", try CoverageOfGroupPairs.designs()),
      ("bootstraps of groups", try CoverageOfGroupBootstraps.designs()),
      ("sites drawn", try CoverageOfSiteDraws.designs()),
      ("sites pooled", CoverageOfSites.designs()),
      ("proportions", CoverageOfProportions.designs()),
      ("two proportions", CoverageOfTwoProportions.designs()),
      ("rates", CoverageOfRates.designs()),
      ("rates over persons", CoverageOfPersonRates.designs()),
      ("times to an event", CoverageOfTimes.designs()),
      ("funnels", try CoverageOfFunnels.designs()),
      ("reliability", try CoverageOfReliability.designs()),
      ("raters", CoverageOfRaters.designs()),
      ("two coders", try CoverageOfAgreement.designs()),
      ("several coders", try CoverageOfSeveralCoders.designs()),
      ("spans", try CoverageOfSpans.designs()),
    ]
  }
}

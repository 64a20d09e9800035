import FurlongStatistics
import FurlongTestSupport
import Testing

/// Who improved, did not change and deteriorated.
private func counts(_ judged: JudgedChanges) -> [Double] {
  ReliableChange.allCases.map { Double(judged.count(of: $0)) }
}

@Suite("Methods of reliable change agree with the papers' formulas in R")
struct ReliableChangeMethodReferenceTests {
  @Test(
    "seven methods on Beat the Blues", .tags(.reference), .agreement("reliable-change"),
    arguments: try ReferenceRecords.named("methods.json", "methods_BtheB_2m"))
  func methods(record: ReferenceRecord) throws {
    let e = record.expected
    let r = record.data["r1"].number
    let (before, after) = try PublishedData.depression("bdi.2m")
    let own = try ReferenceScores(before: before, after: after)
    #expect(Double(own.count) == e["n"].number)
    func expect(_ judged: JudgedChanges, _ name: String, _ error: ReferenceValue) {
      expectClose(judged.indices, e[name], relative: 1e-11, name)
      expectClose(counts(judged), e["counts"][name], name)
      if !error.isMissing, let standardError = judged.standardError {
        expectClose(standardError, error, relative: 1e-13, strict: true, name)
      }
    }
    let truax = try JacobsonTruax(reliability: r, sd: own.sdBefore)
    expectClose(truax.errorOfMeasurement, e["sem"], relative: 1e-13, strict: true)
    expect(try truax.judge(from: before, to: after, better: .lower), "jt", e["s_diff"])
    expect(
      try GulliksenLordNovick(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower), "gln", e["se_prediction"])
    expect(
      try HsuLinnLord(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower), "hll", e["se_prediction"])
    expect(
      try EdwardsNunnally(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower), "en", e["sem"])
    for spread in LaterSpread.allCases {
      let method = try NunnallyKotsch(
        reliabilityBefore: r, reliabilityAfter: record.data["r2"].number, spread: spread)
      expect(
        try method.judge(from: before, to: after, reference: own, better: .lower),
        spread == .after ? "nk" : "nk_s1", .missing)
    }
    expect(
      try HagemanArrindell(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower), "ha", .missing)
  }

  @Test(
    "Hageman and Arrindell's true scores, by person and by group", .tags(.reference),
    .agreement("reliable-change"),
    arguments: try ReferenceRecords.named("methods.json", "methods_BtheB_2m"))
  func trueScores(record: ReferenceRecord) throws {
    let e = record.expected
    let (before, after) = try PublishedData.depression("bdi.2m")
    let own = try ReferenceScores(before: before, after: after)
    let method = try HagemanArrindell(reliability: record.data["r1"].number)
    let reliabilities = try method.reliabilities(in: own)
    expectClose(reliabilities.errorOfMeasurement, e["sem"], relative: 1e-13)
    expectClose(reliabilities.after, e["reliability_after"], relative: 1e-13)
    expectClose(reliabilities.change, e["r_dd"], relative: 1e-12)
    let cutOff = try method.cutOff(
      clinical: own,
      functional: PopulationScores(mean: record.data["mf"].number, sd: record.data["sf"].number),
      better: .lower)
    expectClose(cutOff.score, e["cutoff_ha"], relative: 1e-13)
    let group = try method.group(own, cutOff: cutOff)
    expectClose(group.changed, e["share_changed"], relative: 1e-12)
    expectClose(group.functional, e["share_functional"], relative: 1e-12)
    let statuses = try method.statuses(from: before, to: after, reference: own, cutOff: cutOff)
    for status in ClinicalStatus.allCases {
      expectClose(
        Double(statuses.count { $0 == status }), e["ha_\(status.rawValue)"], "\(status)")
    }
  }

  @Test(
    "against people without the programme", .tags(.reference), .agreement("reliable-change"),
    arguments: try ReferenceRecords.named("methods.json", "control_group_BtheB_2m"))
  func controls(record: ReferenceRecord) throws {
    let e = record.expected
    let arms = try Arms()
    let (usual, programme) = (arms.usual, arms.programme)
    let reference = try ReferenceScores(before: usual.before, after: usual.after)
    #expect(Double(reference.count) == e["n_control"].number)
    expectClose(reference.meanBefore, e["m_pre"], relative: 1e-14)
    expectClose(reference.sdBefore, e["s_pre"], relative: 1e-14)
    expectClose(reference.meanAfter, e["m_post"], relative: 1e-14)
    expectClose(reference.sdAfter, e["s_post"], relative: 1e-14)
    expectClose(try #require(reference.correlation), e["r"], relative: 1e-13)
    for (name, spread, field) in [
      ("iverson", DifferenceSpread.bothOccasions, "se_both"),
      ("chelune", .firstOccasion, "se_first"),
    ] {
      let judged = try PracticeAdjustedChange(spread: spread).judge(
        from: programme.before, to: programme.after, reference: reference, better: .lower)
      expectClose(judged.indices, e[name], relative: 1e-12, name)
      expectClose(counts(judged), e["counts"][name], name)
      expectClose(try #require(judged.standardError), e[field], relative: 1e-13)
    }
    for (name, spread, critical) in [
      ("new_person", PredictionSpread.newPerson, "critical_t"),
      ("residual", .residual, "critical_z"),
    ] {
      let judged = try RegressionBasedChange(spread: spread).judge(
        from: programme.before, to: programme.after, reference: reference, better: .lower)
      expectClose(judged.indices, e[name], relative: 1e-11, name)
      expectClose(counts(judged), e["counts"][name], name)
      expectClose(judged.critical, e[critical], relative: 1e-12)
      if let residual = judged.standardError { expectClose(residual, e["s_yx"], relative: 1e-12) }
    }
  }

  @Test(
    "who is judged alike by four methods", .tags(.reference), .agreement("reliable-change"),
    arguments: try ReferenceRecords.named("methods.json", "agreement_BtheB_2m"))
  func agreement(record: ReferenceRecord) throws {
    let e = record.expected
    let r = record.data["r1"].number
    let (before, after) = try PublishedData.depression("bdi.2m")
    let own = try ReferenceScores(before: before, after: after)
    let comparison = try MethodAgreement().compare([
      JacobsonTruax(reliability: r, sd: own.sdBefore).judge(
        from: before, to: after, better: .lower),
      GulliksenLordNovick(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower),
      HsuLinnLord(reliability: r).judge(from: before, to: after, reference: own, better: .lower),
      EdwardsNunnally(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower),
    ])
    expectClose(try comparison.pairs.map { try #require($0.agreement.kappa) }, e["kappa"])
    expectClose(
      comparison.pairs.flatMap { $0.table.flatMap { $0 } }.map(Double.init), e["tables"])
    expectClose(comparison.pairs.map { Double($0.differing.count) }, e["differing"])
    expectClose(Double(comparison.differing.count), e["any_differing"])
    expectClose(Double(comparison.patterns.count), e["patterns"])
    expectClose(Double(try #require(comparison.patterns.first).count), e["largest_pattern"])
  }
}

@Suite("Jacobson and Truax agrees with R, every person of Beat the Blues")
struct JacobsonTruaxEveryPersonReferenceTests {
  @Test(
    "thresholds, cut-offs, indices and classes", .tags(.reference), .agreement("reliable-change"),
    arguments: try ReferenceRecords.named("methods.json", "formula_BtheB_2m"))
  func everyField(record: ReferenceRecord) throws {
    let e = record.expected
    let (before, after) = try PublishedData.depression("bdi.2m")
    let own = try ReferenceScores(before: before, after: after)
    expectClose(Double(own.count), e["n"])
    expectClose(own.meanBefore, e["m_pre"], relative: 1e-14)
    expectClose(own.sdBefore, e["sd_pre"], relative: 1e-14)
    let method = try JacobsonTruax(
      reliability: record.data["reliability"].number, sd: own.sdBefore,
      z: record.data["z"].number)
    expectClose(method.errorOfMeasurement, e["sem"], relative: 1e-13)
    expectClose(method.threshold, e["rc_threshold_raw"], relative: 1e-13)
    let judged = try method.judge(from: before, to: after, better: .lower)
    expectClose(try #require(judged.standardError), e["s_diff"], relative: 1e-13)
    expectClose(judged.indices, e["rci"], relative: 1e-12)
    expectClose(Double(judged.count(of: .improved)), e["reliably_improved"])
    expectClose(Double(judged.count(of: .deteriorated)), e["reliably_deteriorated"])
    let clinical = try PopulationScores(mean: own.meanBefore, sd: own.sdBefore)
    let functional = try PopulationScores(
      mean: record.data["functional_mean"].number, sd: record.data["functional_sd"].number)
    let cut = PopulationCutOff(better: .lower)
    for (cutOff, field, name) in [
      (cut.outside(clinical: clinical), "cutoff_a", "class_a"),
      (cut.within(functional: functional), "cutoff_b_JT", "class_b"),
      (try cut.between(clinical: clinical, functional: functional), "cutoff_c", "class_c"),
    ] {
      expectClose(cutOff.score, e[field], relative: 1e-13)
      let statuses = zip(before, after).map {
        cutOff.status(from: $0, to: $1, threshold: method.threshold)
      }
      let shares = try ChangeTally().count(statuses)
      let classes = e[name]
      expectClose(Double(shares.recovered.count), classes["recovered"], name)
      expectClose(Double(shares.improved.count), classes["improved_only"], name)
      expectClose(Double(shares.unchanged.count), classes["unchanged"], name)
      expectClose(
        Double(shares.deteriorated.count + shares.harmed.count), classes["deteriorated"], name)
      expectClose(Double(before.count { cutOff.isClinical($0) }), classes["clinical_pre"], name)
      expectClose(
        Double(after.count { !cutOff.isClinical($0) }), classes["functional_post"], name)
    }
  }
}

@Suite("Thresholds and cut-offs agree with R where only a group's summary is known")
struct ReliableChangeSummaryReferenceTests {
  @Test(
    "formulas and clinicalsignificance", .tags(.reference), .agreement("clinical-cut-offs"),
    arguments: try ReferenceRecords.named(
      "summaries.json", "formula_jacobson_das", "formula_jacobson_gds", "formula_claus_bdi",
      "formula_claus_who", "cs_claus_bdi_c_JT", "cs_claus_bdi_c_GLN", "cs_claus_bdi_c_HLL",
      "cs_claus_bdi_c_EN", "cs_claus_bdi_NK", "cs_jacobson_das_a", "cs_jacobson_gds_c",
      "cs_jacobson_gds_c_90"))
  func summaries(record: ReferenceRecord) throws {
    let e = record.expected
    let group = try Group(record.data)
    let error = try ErrorOfMeasurement(sd: group.clinical.sd, reliability: group.reliability)
    let method = try JacobsonTruax(reliability: group.reliability, sd: group.clinical.sd)
    let cut = PopulationCutOff(better: group.better)
    let a = cut.outside(clinical: group.clinical).score
    let c = try cut.between(clinical: group.clinical, functional: group.functional).score
    for (ours, field) in [
      (error.points, "sem"), (error.points, "se_measurement"),
      (error.ofPrediction, "se_prediction"), (method.threshold / method.z, "s_diff"),
      (a, "cutoff_a"), (cut.within(functional: group.functional).score, "cutoff_b_JT"),
      (c, "cutoff_c"), (record.id.hasSuffix("_a") ? a : c, "cutoff"),
    ] where !e[field].isMissing {
      expectClose(ours, e[field], relative: 1e-13, strict: true, field)
    }
    let threshold = e["rc_threshold_raw"]
    if !threshold.isMissing {
      let exact = try JacobsonTruax(
        reliability: group.reliability, sd: group.clinical.sd, z: record.data["z"].number)
      expectClose(exact.threshold, threshold, relative: 1e-13, strict: true)
    }
  }

  @Test(
    "Hageman and Arrindell's cut-off of true scores", .tags(.reference),
    .agreement("clinical-cut-offs"),
    arguments: try ReferenceRecords.named("summaries.json", "cs_claus_bdi_c_HA"))
  func trueCutOff(record: ReferenceRecord) throws {
    let group = try Group(record.data)
    let method = try HagemanArrindell(reliability: group.reliability)
    // Only the scores before enter the cut-off.
    let reference = try ReferenceScores(
      count: 40, meanBefore: group.clinical.mean, sdBefore: group.clinical.sd, meanAfter: 0,
      sdAfter: 0, correlation: nil)
    let cutOff = try method.cutOff(
      clinical: reference, functional: group.functional, better: group.better)
    expectClose(cutOff.score, record.expected["cutoff"], relative: 1e-13, strict: true)
    let error = try ErrorOfMeasurement(sd: group.clinical.sd, reliability: group.reliability)
    expectClose(error.points, record.expected["se_measurement"], relative: 1e-13, strict: true)
  }

  @Test(
    "the cut-off that clinicalsignificance prints", .tags(.reference),
    arguments: try ReferenceRecords.named("summaries.json", "cs_readme_claus"))
  func printed(record: ReferenceRecord) throws {
    let group = try Group(record.data)
    let c = try PopulationCutOff(better: group.better).between(
      clinical: group.clinical, functional: group.functional)
    #expect(abs(c.score - record.expected["cutoff"].number) <= 0.05)
  }

  /// The peer, clinicalsignificance 2.1.0, takes twice the spread of the clinical sample for criterion b.
  @Test(
    "criterion b has the functional population's spread, unlike clinicalsignificance",
    .tags(.reference), arguments: try ReferenceRecords.named("summaries.json", "cs_cut_off_b"))
  func criterionB(record: ReferenceRecord) throws {
    let group = try Group(record.data)
    let ours = PopulationCutOff(better: group.better).within(functional: group.functional).score
    expectClose(ours, record.expected["paper"], relative: 1e-14)
    #expect(abs(ours - record.expected["peer"].number) > 9)
    expectClose(
      group.functional.mean + 2 * group.clinical.sd, record.expected["peer"], relative: 1e-14)
    // With the same spread on both sides, as in the paper's example, the fault does not show.
    let example = try PopulationScores(mean: 60, sd: 7.5)
    #expect(PopulationCutOff(better: .higher).within(functional: example).score == 45)
  }

  @Test("the cut-offs of Jacobson and Truax's own example", .tags(.reference))
  func paper() throws {
    let clinical = try PopulationScores(mean: 40, sd: 7.5)
    let functional = try PopulationScores(mean: 60, sd: 7.5)
    let cut = PopulationCutOff(better: .higher)
    #expect(cut.outside(clinical: clinical).score == 55)
    #expect(cut.within(functional: functional).score == 45)
    #expect(try cut.between(clinical: clinical, functional: functional).score == 50)
  }
}

/// What a record says of a group.
private struct Group {
  var clinical: PopulationScores
  var functional: PopulationScores
  var reliability: Double
  var better: BetterScores

  init(_ data: ReferenceValue) throws {
    clinical = try PopulationScores(
      mean: data["mean"].number, sd: data["sd"].number)
    functional = try PopulationScores(
      mean: data["functional_mean"].number, sd: data["functional_sd"].number)
    reliability = data["reliability"].number
    guard case .text(let word) = data["better"] else { throw NoDirection() }
    better = try #require(BetterScores(rawValue: word))
  }
}

private struct NoDirection: Error {}

/// The two arms of Beat the Blues at two months, complete pairs.
private struct Arms {
  var usual: (before: [Double], after: [Double]) = ([], [])
  var programme: (before: [Double], after: [Double]) = ([], [])

  init() throws {
    let data = try PublishedData("beat-the-blues", "BtheB.csv")
    let pairs = zip(data.numbers("bdi.pre"), data.numbers("bdi.2m"))
    for (arm, (before, after)) in zip(data.text("treatment"), pairs) {
      guard let before, let after else { continue }
      if arm == "TAU" {
        usual.before.append(before)
        usual.after.append(after)
      } else {
        programme.before.append(before)
        programme.after.append(after)
      }
    }
  }
}

"""The wrong edits that Scripts/mutate tries, and the copy of the package that holds them all.

An edit is planted as a choice, `planted == 3 ? (new) : (old)`, so that one build holds every edit and each costs
one run of the tests. Mend the table where an old text no longer stands in its file.
"""
import sys

from copies import ROOT, Copy

# file under Sources, old expression (once in the file), new expression, what breaks
EDITS = [
    # Formulas
    ("FurlongStatistics/Change/PairedTTest.swift", "$1 - $0", "$0 - $1", "sign of the change"),
    ("FurlongStatistics/Description/Moments.swift", "squares / Double(count - 1)", "squares / Double(count)",
     "n - 1 in the variance"),
    ("FurlongStatistics/EffectSizes/NoncentralityInterval.swift", "(1 - confidence) / 2", "1 - confidence",
     "two-sided limits of d"),
    ("FurlongStatistics/EffectSizes/Paired/StandardisedMeanChange.swift", "(variances / 2).squareRoot()",
     "variances.squareRoot()", "average SD in d_av"),
    ("FurlongStatistics/EffectSizes/HedgesCorrection.swift", "(df / 2).squareRoot()",
     "((df - 1) / 2).squareRoot()", "small-sample factor J"),
    ("FurlongStatistics/Ranks/MidRanks.swift", "start + 1 + end", "2 * start + 2",
     "mid-ranks of ties"),
    ("FurlongStatistics/ReliableChange/JacobsonTruax.swift", "z * 2.0.squareRoot() * error",
     "z * error", "two errors in a difference"),
    ("FurlongStatistics/Proportions/WilsonInterval.swift", "square / (4 * n)", "square / (2 * n)",
     "Wilson's half width"),
    ("FurlongStatistics/Rates/PersonDeltaRatio.swift", "(n / (n - 1) * squares)", "squares",
     "delta method over persons"),
    ("FurlongStatistics/Resampling/BootstrapEstimate.swift", "z0 + z / denominator", "z / denominator",
     "bias correction of BCa"),
    ("FurlongStatistics/Resampling/Acceleration.swift", "(count - 1) * (mean - value) / count", "(mean - value)",
     "acceleration of groups"),
    ("FurlongStatistics/SeveralGroups/PairwiseDifference.swift", "critical * standardError / 2.0.squareRoot()",
     "critical * standardError", "the root of 2 of the studentised range"),
    ("FurlongStatistics/EffectSizes/Paired/StandardisedMeanChange+Baseline.swift", "ratio * ratio + size * size / 2",
     "ratio * ratio + size * size", "Bonett's variance of d_b"),
    ("FurlongStatistics/ReliableChange/HagemanArrindell.swift", "(changes - 2 * square) / changes",
     "(changes - square) / changes", "reliability of changes"),
    ("FurlongStatistics/Reliability/Items/CronbachAlpha.swift", "min(1, k / (k - 1) * (1 - sum.total / total))",
     "min(1, 1 - sum.total / total)", "k/(k - 1) in alpha"),
    ("FurlongStatistics/Agreement/Krippendorff/KrippendorffAlpha.swift", "expected.total / (total * (total - 1))",
     "expected.total / (total * total)", "pairs without themselves in alpha"),
    ("FurlongStatistics/Agreement/Texts/YesNoSums.swift", "2 * same / (coders * (coders - 1) * units * units)",
     "same / (coders * (coders - 1) * units * units)", "both orders of two coders in the chance of kappa"),
    ("FurlongStatistics/Agreement/Gamma/UnitDissimilarity.swift", "apart * apart * emptyUnit", "apart * emptyUnit",
     "the square of the distance of two units in gamma"),
    ("FurlongStatistics/Pooling/SitePooling.swift", "(tau2 + error * error).squareRoot()", "tau2.squareRoot()",
     "prediction without the error of the mean"),
    ("FurlongStatistics/Consistency/GranularityCheck.swift", "middle + halves - floor", "middle - floor",
     "half a unit above the printed mean"),
    ("FurlongStatistics/Consistency/SampleSearch.swift", "full * highest * highest + rest * rest",
     "full * highest * highest", "the one between the ends in the largest spread"),
    ("FurlongStatistics/Monitoring/IndividualsChart.swift", "ranges.filter { $0 < widest }",
     "ranges.filter { $0 < 2 * widest }", "wide moving ranges left out of the limits"),
    ("FurlongStatistics/ReliableChange/TrueScoreDepartures.swift", "(kelley.expected(after: $0) + shift)",
     "kelley.expected(after: $0)", "the group's own change in Hsu, Linn and Lord's"),
    ("FurlongStatistics/SeveralGroups/VarianceExplained.swift", "partition.f", "partition.f / 2",
     "the F of the limits of η²"),
    ("FurlongStatistics/LinearModels/CoefficientVariance.swift", "square / ((1 - leverage) * (1 - leverage))",
     "square / (1 - leverage)", "the square of 1 - h in HC3"),
    ("FurlongStatistics/LinearModels/ResidualSpread.swift", "(rest / df).squareRoot()",
     "(rest / Double(residuals.count)).squareRoot()", "n - k in the residuals' spread"),
    ("FurlongStatistics/LinearModels/AdjustedArmDifference.swift", "treated.after + control.after",
     "control.after + treated.after", "treated minus control"),
    ("FurlongStatistics/Rates/ArmRateRatio.swift", "hypot(first.logStandardError, second.logStandardError)",
     "first.logStandardError", "both arms in the error of a ratio of ratios"),
    ("FurlongStatistics/Costs/CostChange.swift", "price * (totals[4 * service + 2] / totals[4 * service + 3])",
     "price * totals[4 * service + 2]", "costs are of time watched"),
    ("FurlongStatistics/Costs/CostEffectiveness.swift", "2 * price * covariance", "price * covariance",
     "cost and effect hang together in net benefit"),
    # The rule of each kind of number
    ("FurlongDisclosure/Rounding/RoundingRule+Pounds.swift",
     "estimate.used.isGiven ? estimate.used.count : rounding.count(estimate.used.count)", "estimate.used.count",
     "pounds are shared among the rounded count"),
    ("FurlongDisclosure/Release/FindingsRelease+Money.swift", "{ $0[0] + $0[1] }", "nil",
     "net is made of print"),
    ("FurlongDisclosure/Rounding/RoundingRule+Pounds.swift", "-Rounding.down(-interval.high, decimals)", "Rounding.down(interval.high, decimals)",
     "an interval of pounds is rounded outwards"),
    ("FurlongDisclosure/Audit/CountSystem+Money.swift", "relate(terms, in: printed, needs: terms.map(\\.0) + without)", "()",
     "costs are held against their events"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", ".withheld(.tellsNumbers)",
     "shown(estimate.value, nil, 2, estimate, reason)", "statistics are withheld"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "estimate.used.count < rules.leastPeople", "false",
     "no estimate of fewer than 10 people"),
    ("FurlongDisclosure/Rounding/Rounding.swift", "number < rules.threshold", "number < rules.threshold - 1",
     "counts are shown from the threshold on"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "Double(count) / Double(of)", "estimate.value",
     "shares are made of rounded counts"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "Interval.wilson(Double(count), of: of, level: $0.level)",
     "$0", "and so are their intervals"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "rest < least", "false", "the rest of a share is looked at"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "$0.mostOfTwo >= rules.mostOfTwo", "false",
     "no sum that is two people's"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "shown(estimate.value, estimate.interval, 1, estimate, reason)",
     "shown(estimate.value, estimate.interval, 3, estimate, reason)", "means have one decimal"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "2 * rules.leastPeople", "rules.leastPeople",
     "medians are of 20 people"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", ".undefined(nil, of: all)", "draws",
     "caveats have no count of undefined draws"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "unseen < rules.leastPeople", "false",
     "no small group is everyone less the others"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "holdsBack(.people(estimate.used.people))", "false",
     "a number goes with its people"),
    # What each finding says
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "!isForEverybody && !rounding.isFew(people.count)",
     "!rounding.isFew(people.count)", "no quote in public"),
    ("FurlongDisclosure/Release/FindingsRelease+Experience.swift", "$0.purpose == purpose", "true",
     "words for the plan's purpose alone"),
    ("FurlongDisclosure/Release/FindingsRelease+Reach.swift", "rule.showsMonths ? attendance.series.map(release) : nil",
     "attendance.series.map(release)", "no months in public"),
    ("FurlongDisclosure/Release/FindingsRelease+Reach.swift", "rule.showsMonths ? year.terms : []", "year.terms",
     "no terms in public"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "less(share.value)", "estimate.value",
     "a difference from a stated share is that of the printed one"),
    ("FurlongDisclosure/Release/Findings+Coarsen.swift", "yearsOnly ? day.firstOfYear : day", "day",
     "no days in public"),
    ("FurlongDisclosure/Release/Findings+Coarsen.swift", ".about(rounding.count(count))", ".count(count)",
     "what was in at a freeze is rounded"),
    ("FurlongDisclosure/Release/Findings+Coarsen.swift", "rounding.isFew(count) ? 0 : rounding.count(count)", "count",
     "rows of exports are rounded"),
    ("FurlongDisclosure/Release/FindingsRelease+Reach.swift", "why.map { released($0) } ?? open", "open",
     "one side of a comparison goes with the other"),
    ("FurlongDisclosure/Release/FindingsRelease+Experience.swift", "measure == .agreement && !areBothShown", "false",
     "agreement goes with the counts of its theme"),
    ("FurlongDisclosure/Release/FindingsRelease+ServiceUse.swift", "sides.contains { rule.holdsBack(key($0)) }",
     "false", "rates go with their events"),
    ("FurlongDisclosure/Release/FindingsRelease+ServiceUse.swift",
     "rule.isFewForEstimates(outcome.runningOnDayZero)", "false", "spells on day 0 are told apart of ten people"),
    ("FurlongDisclosure/Release/FindingsRelease+ServiceUse.swift",
     "apart > 0 && isFew(apart)", "false", "ways of counting differ by ten people"),
    ("FurlongDisclosure/Release/FindingsRelease+ServiceUse.swift",
     "zip($0, isShown).contains { $1 && isFew($0) }", "false", "ways of counting differ in ten people's events"),
    ("FurlongDisclosure/Audit/CountSystem+Landmark.swift", "counts[followed].key.fromDayZero.flatMap({ place(of: $0) })",
     "Int?.none", "those who were gone before a landmark"),
    ("FurlongDisclosure/Audit/CountSystem+Landmark.swift", "fewest...Double(Self.endless)", "-Double(Self.endless)...Double(Self.endless)",
     "the time of those who were gone before a landmark"),
    ("FurlongDisclosure/Audit/CountSystem+ServiceUse.swift", "needs: [before, after] + needs", "needs: [before, after]",
     "a ratio without months goes before the events of everyone"),
    ("FurlongDisclosure/Release/FindingsRelease+Money.swift", "why ?? without(3)", "why",
     "a cost without months goes with its ratio"),
    ("FurlongDisclosure/Audit/CountSystem+Money.swift", "times[counts[place].key] ?? 0", "0",
     "a cost tells of events that did not happen"),
    ("FurlongDisclosure/Audit/CountSystem+ServiceUse.swift", "ServiceWindow.original(of: outcome.window.id) ?? outcome.window.id",
     "outcome.window.id", "a window from a landmark is as long as its own"),
    ("FurlongDisclosure/Audit/CountSystem.swift", "Double(least)...Double(Self.endless)", "0...Double(Self.endless)",
     "an estimate that is there tells of no few"),
    ("FurlongDisclosure/Release/FindingsRelease+Arms.swift",
     "isClosedRow || both.contains(where: { rule.isFewForEstimates($0.used) })", "isClosedRow && false",
     "a difference between arms goes with the arms"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "Double(share.of) - share.count >= Double(least)", "true",
     "a difference of shares goes with both shares"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "Double(now - then) / Double(of)", "estimate.value",
     "a movement is that of the printed shares"),
    ("FurlongDisclosure/Rounding/RoundingRule.swift", "rounding.isFew(count) ? rules.threshold - 1 : rounding.count(count)",
     "count", "a movement's interval tells not how few left"),
    # The audit
    ("FurlongDisclosure/Audit/CountAudit.swift", "Self.others", "Self.others - 1",
     "a hidden count keeps two other values"),
    ("FurlongDisclosure/DisclosureGate.swift", "Set(audit.heldBack.map(\\.count))", "[]",
     "what the audit holds back is held back"),
    ("FurlongDisclosure/Audit/CountSystem+Change.swift", "relate(used, isSumOf: [better, same, worse])", "()",
     "better + unchanged + worse = all"),
    ("FurlongDisclosure/Audit/CountSystem+Change.swift", "hasInterval($0, rule)", "false",
     "an interval tells its people"),
    ("FurlongDisclosure/Audit/CountSystem.swift", "0...Double(least - 1)", "0...Double(Self.endless)",
     "an estimate that is not there tells of few"),
    ("FurlongDisclosure/Release/FindingsRelease+LifeOutcomes.swift", "small(row.answers)", "rule.answers(row.answers)",
     "no counts of the states of small groups"),
    ("FurlongDisclosure/Audit/CountSystem+Reach.swift", "relate(before, isSumOf: [place, all])",
     "()", "a stage is the next and those lost"),
    ("FurlongDisclosure/Audit/CountSystem+Reach.swift", "relate(all, isSumOf: others)", "()",
     "those left out are all that a line loses"),
    ("FurlongDisclosure/Audit/CountSystem+Attendance.swift", "relate(all, isSumOf: attended)", "()",
     "a year is its terms"),
    ("FurlongDisclosure/Audit/CountSystem+Attendance.swift", "imply(key, rest)", "imply(key, rest, isHidden: false)",
     "a term's few places in no printed month are hidden"),
    ("FurlongDisclosure/Audit/CountSystem+Findings.swift", "relate(everyone, isSumOf: parts + [rest])", "()",
     "groups are everyone but a rest"),
    ("FurlongDisclosure/Audit/CountSystem+ServiceUse.swift", "relate(events, isSumOf: bins.events)", "()",
     "events are those of the months"),
    ("FurlongDisclosure/Audit/CountSystem+ServiceUse.swift",
     "relate([(any, most), (events, -1)], in: 0...Double(Self.endless))", "()", "no events without people"),
    ("FurlongDisclosure/Audit/CountSystem+Arms.swift",
     "relate(enter(both, isKnown: isKnown && count == \\.used), isSumOf: parts)",
     "(_ = enter(both, isKnown: isKnown && count == \\.used))", "both arms are the people of both"),
    ("FurlongDisclosure/Audit/CountSystem+LifeOutcomes.swift",
     "relate([(before, 1), (gained, 1), (lost, -1), (after, -1)], in: 0...0)", "()",
     "after is before, and who came, less who left"),
    ("FurlongDisclosure/Audit/CountSystem+LifeOutcomes.swift", "relate(before[place], isSumOf: became[place])", "()",
     "a state is what became of it"),
    ("FurlongDisclosure/Audit/CountSystem+Feedback.swift", "relate(everyone.used, isSumOf: scores)", "()",
     "all answers are those of each score"),
    ("FurlongDisclosure/Audit/CountSystem+Rules.swift", "relate(used, isSumOf: [better, same, worse])", "()",
     "by rules better + neither + worse = all judged"),
    ("FurlongDisclosure/Audit/CountSystem+Rules.swift", "relate(left, holds: reliably, restIsHidden: true)", "()",
     "who reliably recovered recovered"),
    ("FurlongDisclosure/Audit/CountSystem+RulesAcross.swift", "relate(lower.place, isSumOf: [higher.place])", "()",
     "the same points judge the same people"),
    ("FurlongDisclosure/Audit/CountSystem+RulesAcross.swift",
     "relate([(used, 1), (either, 1), (paired[0], -1), (paired[1], -1)], in: 0...0)", "()",
     "both and either are the pairs of each"),
    ("FurlongDisclosure/Audit/CountSystem+Findings.swift", "relateMovedUp(finding)", "()",
     "who moved up is held against better and worse"),
    # Releases held against each other
    ("FurlongDisclosure/Ledger/ReleaseRecord.swift", "$0.count < Self.leastPeople", "$0.count < 1",
     "no two releases differ by a few"),
    ("FurlongDisclosure/Ledger/ReleaseRecord.swift", "earlier.rounding != record.rounding", "false",
     "no two roundings of one study"),
]

# Which tests are to notice an edit of a module.
TESTS = {"FurlongStatistics": "FurlongStatisticsTests.*(ReferenceTests|TextsAgreementTests|CostChangeTests|CostEffectivenessTests)", "FurlongDisclosure": "FurlongDisclosureTests"}

PLANTED = """import Foundation

/// The number of the edit that is in force, -1 for none.
let planted = ProcessInfo.processInfo.environment["FURLONG_PLANTED"].flatMap { Int($0) } ?? -1
"""


def plant():
    """The copy's files with every edit as a choice; those whose old text does not stand there once."""
    texts, missing = {}, []
    for number, (name, old, new, breaks) in enumerate(EDITS):
        path = f"Sources/{name}"
        text = texts.get(path) or (ROOT / path).read_text(encoding="utf-8")
        if text.count(old) != 1:
            missing.append(f"{breaks}: {text.count(old)} times in {name}: {old}")
        texts[path] = text.replace(old, f"(planted == {number} ? ({new}) : ({old}))")
    return texts | {f"Sources/{module}/Planted.swift": PLANTED for module in TESTS}, missing


def copy():
    """The copy with every edit to choose from."""
    texts, missing = plant()
    if missing:
        sys.exit("mend the table in Scripts/edits.py:\n" + "\n".join(missing))
    # The audit's search takes its time where it is not optimised. Scripts/check-plants wants the guide's test.
    return Copy(
        "mutate", modules=[*TESTS, "FurlongEvaluation"], optimised=["FurlongDisclosure"],
        tests={"FurlongEvaluationTests": ["Results/ResultsGuideTests.swift", "Studies"]}, texts=texts)

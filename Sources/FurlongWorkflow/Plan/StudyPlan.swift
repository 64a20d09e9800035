import FurlongDisclosure
import FurlongEvaluation
import FurlongReports
import FurlongScales
import FurlongStories
import FurlongStudy

/// A study.yaml, dealt out to the modules that follow it.
struct StudyPlan {
  /// Who and when.
  var cohort: CohortPlan
  /// What is asked.
  var evaluation: EvaluationPlan
  /// What a report may show of few people.
  var disclosure: DisclosurePolicy
  /// What the report is made for, and the words that people add to it.
  var report: ReportPlan
  /// The instruments that it may name: those shipped and the study's own.
  var catalogue: ScaleCatalogue
  /// What coders look for in its stories; nil where it has none.
  var codebook: Codebook?
  /// SHA-256 of its text as it was read.
  var sha256 = ""
  /// When it was frozen and how it changed since; nil where it never was.
  var freeze: PlanFreeze?
  /// Whether it says itself that a program drafted it.
  var isDrafted = false
}

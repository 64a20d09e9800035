import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("Attendance month by month, in words")
struct AttendanceMonthsTests {
  private func report(
    under policy: DisclosurePolicy = .openData,
    _ change: (inout AttendanceSeries<Unreleased>) -> Void
  ) throws -> String {
    var findings = CollegeExample.findings
    for index in findings.steps.indices {
      guard case .reach(var reach) = findings.steps[index].finding else { continue }
      var series = try #require(reach.attendance?.series)
      change(&series)
      reach.attendance?.series = series
      findings.steps[index].finding = .reach(reach)
    }
    return Reports.compose(findings, ReportPlan(), under: policy).plainText
  }

  @Test("few months are no chart, and are said to be few")
  func runChart() throws {
    let text = try report {
      $0.kind = .runChart
      $0.rules = "anhoej/1"
      $0.months = Array($0.months.prefix(9))
      $0.lines[.low] = Parts.none(.limitsNeedMonths(13), CollegeExample.everCame)
      $0.lines[.high] = $0.lines[.low]
      $0.signals = [.init(kind: .fewCrossings, isUp: nil, months: [])]
    }
    #expect(text.contains("The register covers 9 whole months: too few for a control chart"))
    #expect(!text.contains("Places taken up at sessions in each month"))
  }

  @Test("nothing that stands out is one sentence and no chart")
  func quiet() throws {
    let text = try report { $0.signals = [] }
    #expect(text.contains("No month and no row of months stands out."))
    #expect(!text.contains("Places taken up at sessions in each month"))
  }

  @Test("each signal has its months and its way, and no cause")
  func signals() throws {
    let text = try report { series in
      let first = series.months.map(\.first)
      series.signals = [
        .init(kind: .beyondLimit, isUp: true, months: [first[0]]),
        .init(kind: .shift, isUp: false, months: Array(first[1...7])),
        .init(kind: .trend, isUp: true, months: Array(first[12...18])),
        .init(kind: .nearLimit, isUp: false, months: [first[19], first[21]]),
      ]
    }
    #expect(text.contains("October 2022 lies above the upper limit"))
    #expect(text.contains("7 months in a row below the average: November 2022 to May 2023"))
    #expect(
      text.contains(
        "7 months in a row, each higher than the one before: November 2023 to May 2024"))
    #expect(text.contains("two of three months close to the lower limit: June and September 2024"))
    #expect(text.contains("What stands out says that something was different, not what it was:"))
  }

  @Test("months beyond a limit next to each other are one thing that stands out")
  func together() throws {
    let text = try report { series in
      let first = series.months.map(\.first)
      series.signals = [19, 20].map {
        .init(kind: .beyondLimit, isUp: false, months: [first[$0]])
      }
    }
    #expect(text.contains("June and July 2024 lie below the lower limit"))
    #expect(!text.contains("more things stand out"))
  }

  @Test(
    "where the data go on after the period of registration, the months that are left out are named")
  func afterThePeriod() throws {
    #expect(
      try report { _ in }.contains(
        "Months after July 2025 are left out, since there the report’s period of registration ends."
      ))
  }

  @Test("months that are all the same have no lines")
  func constant() throws {
    let text = try report { series in
      series.lines = Answers { _ in Parts.none(.noVariation, CollegeExample.everCame) }
      series.signals = []
    }
    #expect(text.contains("Attendance was the same in every month"))
  }

  @Test("an average that is held back is not said to be that of months that are all the same")
  func heldBack() throws {
    let text = try report(under: .nhsRound5()) { series in
      series.lines = Answers { _ in
        Parts.number(120, CollegeExample.everCame, contributors: [.init(people: 3)])
      }
      series.signals = []
    }
    #expect(!text.contains("the same in every month"))
    #expect(text.contains("How attendance went from month to month is not shown"))
  }
}

import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Spans agree with other programs and the papers", .agreement("spans"))
struct SpansReferenceTests {
  @Test(
    "u-alpha and its share of relevance", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "spans.json", "one_code_three_coders", "two_codes_two_coders", "three_codes_three_coders"))
  func unitizing(record: ReferenceRecord) throws {
    let answer = try UnitizingAlpha().agreement(of: CodedSpans([record.data.codedText]))
    expectCoefficient(answer.alpha, record.expected["u"], relative: 1e-13)
    expectCoefficient(answer.relevance, record.expected["relevance"], relative: 1e-13)
  }

  @Test(
    "the coding of spans that meet, and each code", .tags(.reference),
    arguments: try ReferenceRecords.all("spans.json", "cu_"))
  func coding(record: ReferenceRecord) throws {
    let answer = try UnitizingAlpha().agreement(of: CodedSpans([record.data.codedText]))
    expectCoefficient(answer.coding, record.expected["cu"], relative: 1e-13)
    expectClose(answer.coverage, record.expected["cu_coverage"], relative: 1e-14)
    #expect(answer.codes.count > 1)
    for code in answer.codes {
      let e = record.expected["by_code"][code.code]
      expectCoefficient(code.alpha, e["alpha"], relative: 1e-13, code.code)
      expectClose(code.coverage, e["coverage"], relative: 1e-14, code.code)
    }
  }

  @Test(
    "alpha of 2004", .tags(.reference),
    arguments: try ReferenceRecords.all("spans.json", "unitizing_"))
  func earlier(record: ReferenceRecord) throws {
    let answer = try UnitizingAlpha2004().agreement(of: CodedSpans([record.data.codedText]))
    for code in answer.codes {
      let e = record.expected[code.code]
      expectClose(code.observed, e["observed"], relative: 1e-13, code.code)
      expectClose(code.expected, e["expected"], relative: 1e-13, code.code)
      expectCoefficient(code.alpha, e["alpha"], relative: 1e-13, code.code)
    }
    expectCoefficient(answer.alpha, record.expected["joint"], relative: 1e-13)
  }

  @Test(
    "alpha of 2004 to the figures of DKPro's tests", .tags(.reference),
    arguments: try ReferenceRecords.named("spans.json", "dkpro_2004", "dkpro_ten"))
  func printed(record: ReferenceRecord) throws {
    let answer = try UnitizingAlpha2004().agreement(of: CodedSpans([record.data.codedText]))
    for code in answer.codes {
      let e = record.expected[code.code]
      expectClose(code.observed, e["observed"], relative: 1e-4, code.code)
      expectClose(code.expected, e["expected"], relative: 1e-4, code.code)
      expectCoefficient(code.alpha, e["alpha"], relative: 1e-4, code.code)
    }
    if !record.expected["joint"].isMissing {
      expectCoefficient(answer.alpha, record.expected["joint"], relative: 5e-4)
    }
  }

  @Test("the four pairs of coders of 1995: observed disagreement", .tags(.reference))
  func of1995() throws {
    let record = try ReferenceRecords.named("spans.json", "dkpro_1995_observed")[0]
    let answer = try UnitizingAlpha2004().agreement(of: CodedSpans([record.data.codedText]))
    #expect(answer.codes.map(\.code) == ["A", "B", "C", "D"])
    for code in answer.codes {
      expectClose(code.observed, record.expected[code.code], relative: 1e-5, code.code)
    }
  }

  @Test("the same in ever smaller units, within .02: the paper has a misprint", .tags(.reference))
  func limitOf1995() throws {
    let record = try ReferenceRecords.named("spans.json", "dkpro_1995_limit")[0]
    let answer = try UnitizingAlpha2004().agreement(of: CodedSpans([record.data.codedText]))
    #expect(answer.codes.count == 4)
    for code in answer.codes {
      expectCoefficient(code.alpha, record.expected[code.code], relative: 0.02, code.code)
    }
  }

  @Test("characters one by one, to three figures", .tags(.reference))
  func characters() throws {
    let record = try ReferenceRecords.named("spans.json", "unitizing_1995_1")[0]
    let digitised = try ReferenceRecords.named("spans.json", "digitised_1995")[0].expected
    let spans = try CodedSpans([record.data.codedText])
    for code in ["A", "B", "C"] {
      let e = digitised[code]
      let answer = try CharacterAgreement().agreement(on: code, of: spans)
      expectCoefficient(answer.kappa, e["kappa"], relative: 5.1e-4, code)
      let table = try spans.characters(of: code).table(0, 1)
      expectCoefficient(try ScottPi().agreement(table).coefficient, e["pi"], relative: 5.1e-4, code)
      if !e["alpha"].isMissing {
        expectCoefficient(answer.alpha, e["alpha"], relative: 5.1e-4, code)
      }
    }
    let all = try CharacterAgreement().agreement(on: "D", of: spans)
    #expect(all.kappa == nil && all.alpha == nil && all.undefined == .noVariation)
  }
}

@Suite("Where peers are wrong on spans")
struct SpanPeersReferenceTests {
  @Test(
    "QualCoder's kappa drops uncoded text and multiplies where it should add", .tags(.reference))
  func qualCoder() throws {
    let record = try ReferenceRecords.named("spans.json", "qualcoder_kappa_is_wrong")[0]
    func span(_ name: String) -> [CodedSpan] {
      let ends = record.data[name].numbers
      return [CodedSpan(code: "hope", start: Int(ends[0]), end: Int(ends[1]))]
    }
    let text = CodedText(
      length: Int(record.data["length"].number), coders: [span("first"), span("second")])
    let answer = try CharacterAgreement().agreement(on: "hope", of: CodedSpans([text]))
    expectCoefficient(answer.kappa, record.expected["right"], relative: 1e-14)
    #expect(abs((answer.kappa ?? 0) - record.expected["wrong"].number) > 0.1)
    // On the characters that either coded, as QualCoder has them, κ would be this.
    let coded = try CohenKappa().agreement([[50, 50], [50, 0]])
    expectCoefficient(coded.kappa, record.expected["right_on_coded"], relative: 1e-14)
    #expect(answer.coded == [100, 100])
  }

  @Test("krippendorff-unitized-alpha's README loses the ends of spans", .tags(.reference))
  func readme() throws {
    let records = try ReferenceRecords.named(
      "spans.json", "readme_inclusive", "one_code_three_coders")
    let answer = try UnitizingAlpha().agreement(of: CodedSpans([records[1].data.codedText]))
    expectCoefficient(answer.alpha, records[1].expected["u"], relative: 1e-13)
    #expect(abs((answer.alpha ?? 0) - records[0].expected["u"].number) > 0.002)
  }
}

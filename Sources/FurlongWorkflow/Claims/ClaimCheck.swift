public import FurlongEvaluation
public import Foundation
import FurlongReports

/// What a published claim can mean, which of it does not follow from its source, and what is missing to believe it.
public struct ClaimCheck: Encodable, Sendable, Equatable {
  /// One thing that its figures can mean.
  public struct Reading: Encodable, Sendable, Equatable {
    /// The reading, with its numbers.
    public var reading: ClaimReading
    /// In plain English.
    public var words: String
  }

  /// One thing that is missing.
  public struct Lack: Encodable, Sendable, Equatable {
    /// What is missing.
    public var lack: ClaimLack
    /// In plain English.
    public var words: String
  }

  /// What is claimed.
  public var claim: String
  /// Where it stands.
  public var source: String
  /// What can be said of it in one breath.
  public var verdict: ClaimExamination.Verdict
  /// The same in plain English.
  public var inShort: String
  /// What its figures can mean.
  public var readings: [Reading]
  /// What is missing.
  public var lacks: [Lack]
  /// All of it in plain English.
  public var text: String

  /// Examines the claim of a file; it needs no study.
  ///
  /// - Throws: what is wrong with the file, with its line and column, and what mends it.
  public init(file: URL) throws {
    let name = file.lastPathComponent
    let claim = try ClaimReader().read(try LoneForm.text(of: file), file: name)
    let examination = ClaimExaminer().examine(claim)
    let wording = ClaimWording(examination)
    self.claim = claim.title
    source = wording.source
    verdict = examination.verdict
    inShort = wording.verdict
    readings = examination.readings.map { Reading(reading: $0, words: wording.words($0)) }
    lacks = examination.lacks.map { Lack(lack: $0, words: wording.words($0)) }
    text = wording.text
  }
}

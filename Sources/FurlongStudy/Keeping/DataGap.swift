/// Something that the plan asks for and the exports do not give, as findings and reports carry it: no count of people.
public enum DataGap: Codable, Sendable, Hashable {
  /// Not one form of a scale, by its name, can be scored.
  case neverScored(String)
  /// No export is read for something that the plan asks for, by its name.
  case notRead(String)
  /// No form belongs to an occasion that people have reached, by its words.
  case noForms(String)
  /// No form of a scale, by its name, belongs to an occasion of which there are forms, by its words.
  case noFormsOf(String, String)
  /// A fifth of the forms or more belong to no occasion.
  case betweenOccasions
  /// Half or more of the dated forms of a scale, by its name, lie in no window.
  case outsideWindows(String)
  /// Half or more of the rows of an export of this kind are set aside.
  case setAside(ExportKind)
  /// Rows of a register may be of people who are in it already under another id, so that they count twice.
  case likelyDuplicates
  /// No export says whom the trust knows, so that whoever has no row in an extract counts as having had nothing.
  case nobodyIsKnown
  /// Of people who did not agree that their records be linked, no use of services is counted.
  case notLinked
  /// Some people are registered in both arms of a randomised trial, and are in neither.
  case inBothArms
  /// None of the stories may be quoted, whatever they say.
  case noConsent
}

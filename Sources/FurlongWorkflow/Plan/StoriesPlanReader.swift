import FurlongDisclosure
import FurlongEvaluation
import FurlongForms
import FurlongStories
import FurlongStudy

/// Reads `stories:`, by which codebook they are read, and what may be quoted of them.
struct StoriesPlanReader {
  /// The ids of the codebooks that a plan may name.
  var codebooks: [String]
  /// Who may see the report.
  var policy: DisclosurePolicy
  /// The day on which a consent must hold; nil where that does not matter.
  var consentOn: CalendarDay?

  func read(_ plan: FormTable) throws(FormError) -> StoriesPlan? {
    try plan.optional("stories")?.table { table throws(FormError) in
      try read(stories: table)
    }
  }

  private func read(stories table: FormTable) throws(FormError) -> StoriesPlan {
    let codebook = try table.required("codebook")
    let name = try codebook.text()
    guard codebooks.contains(name) else {
      throw codebook.error(
        "there is no codebook '\(name)'",
        fix: "write one of: " + codebooks.joined(separator: ", ")
          + "; a codebook of your own is codebooks/\(name).yaml")
    }
    let agreement = try table.required("agreement")
    guard try agreement.text() == "cohen-kappa" else {
      throw agreement.error("agreement can only be 'cohen-kappa'", fix: "write 'cohen-kappa'")
    }
    let purpose = try table.required("quotes").table { quotes throws(FormError) in
      let node = try quotes.required("purpose")
      let purpose = try node.word(ConsentPurpose.self)
      guard ConsentPurpose.quoting.contains(purpose) else {
        throw node.error(
          "'\(purpose.rawValue)' is no purpose for which words are quoted",
          fix: "write one of: \(ConsentPurpose.quoting.map(\.rawValue).joined(separator: ", "))")
      }
      guard purpose != .internalReport || policy == .internalUse else {
        throw node.error(
          "'disclosure: \(policy.word.rawValue)' is for reports that leave the college, and who agreed to an "
            + "internal report did not agree to that",
          fix: "write 'purpose: funder report' or 'public report', or 'disclosure: internal'")
      }
      let reviewed = try quotes.required("reviewed")
      guard try reviewed.yes() else {
        throw reviewed.error(
          "a story is never quoted before a person has looked for names and places",
          fix: "write 'reviewed: yes'")
      }
      return purpose
    }
    return StoriesPlan(codebook: name, quotePurpose: purpose, consentOn: consentOn)
  }
}

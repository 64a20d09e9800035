import FurlongDisclosure
import FurlongForms

/// Reads `disclosure:`, by which policy numbers are released.
struct PolicyReader {
  func read(_ plan: FormTable) throws(FormError) -> DisclosurePolicy {
    let node = try plan.required("disclosure")
    guard node.isTable else { return DisclosurePolicy(try node.word(DisclosurePolicy.Word.self)) }
    return try node.table { table throws(FormError) in
      let policy = try table.required("policy")
      let usual = DisclosurePolicy(try policy.word(DisclosurePolicy.Word.self))
      guard let rules = usual.rounding else {
        throw policy.error(
          "policy '\(usual.word.rawValue)' rounds nothing",
          fix: "write 'disclosure: \(usual.word.rawValue)', without base and threshold")
      }
      let base = try stricter(table, "base", than: rules.base)
      let threshold = try stricter(table, "threshold", than: max(base, rules.threshold))
      return usual.rounding(by: RoundingRules(base: base, threshold: threshold))
    }
  }

  /// A whole number that may make a policy stricter, never laxer.
  private func stricter(
    _ table: FormTable, _ key: String, than usual: Int
  ) throws(FormError) -> Int {
    guard let node = try table.optional(key) else { return usual }
    let number = try node.whole()
    guard (usual...100).contains(number) else {
      throw node.error(
        "'\(key)' is not a whole number from \(usual) to 100",
        fix: "write a number that makes the policy stricter, or leave the key out")
    }
    return number
  }
}

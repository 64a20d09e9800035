import FurlongDisclosure

extension DisclosurePolicy {
  /// The policy by its word in the plan; what it hid, the gate says in its notes.
  var sentence: String {
    "Policy “\(word)”."
  }
}

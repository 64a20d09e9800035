/// The kinds of things that are marked as never to be shown.
public enum RedactionKinds {
  /// They are marked as codes are.
  public static let codebook = Codebook(
    id: "redactions", name: "what is not shown", source: "Furlong", doi: nil,
    codes: [
      code("name", "n", "A person: the teller, others, staff."),
      code("place", "p", "A street, a village, a ward, a small town."),
      code("service", "s", "A team, a hospital, a course that few attend."),
      code("contact", "c", "A telephone number, an address, an account."),
      code("date", "d", "A day that others would know."),
      code("other", "o", "Anything else by which somebody may be known: a rare illness, an event."),
    ])

  private static func code(_ id: String, _ key: String, _ description: String) -> Codebook.Code {
    Codebook.Code(
      id: id, label: id.prefix(1).uppercased() + id.dropFirst(), description: description, key: key)
  }
}

import ArgumentParser

/// `furlong people`.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Say which rows are one person's, and which are two people's.",
    discussion: """
      People are known by their identifiers. Where these are wrong, a person decides, by naming rows of exports; the \
      decision is kept in fixes/decisions.json by keyed hashes and replayed at each import. `furlong undo` takes it back.

      EXAMPLES
        furlong people duplicates our-college-2025
        furlong people merge exports/forms.csv:88 exports/students.csv:14 --by RO --why "A typing slip."
      """,
    subcommands: [
      PeopleDuplicatesCommand.self, PeopleMergeCommand.self, PeopleSplitCommand.self,
    ],
    defaultSubcommand: PeopleDuplicatesCommand.self)
}

import ArgumentParser

/// `furlong stories`.
struct StoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "Read stories, give them codes, compare coders and settle what they disagree on.",
    discussion: """
      What a coder writes down is codings/NAME.csv, an export like any other: the report reads it.

      EXAMPLES
        furlong stories tag our-college-2025 --coder RO      code in the terminal
        furlong stories our-college-2025                     who has coded what
      """,
    subcommands: [
      StoriesListCommand.self, StoriesShowCommand.self, StoriesTagCommand.self,
      StoriesSearchCommand.self, StoriesCompareCommand.self, StoriesSettleCommand.self,
      StoriesCodebookCommand.self, StoriesRedactCommand.self, StoriesWithdrawCommand.self,
      StoriesExportCommand.self, StoriesImportCommand.self,
    ], defaultSubcommand: StoriesListCommand.self)
}

import ArgumentParser

/// `furlong plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Look through the plan, freeze it before the data are in, record its changes.",
    discussion: """
      Once a plan is frozen, import, evaluate and report refuse a changed one (exit status 3) until the change is \
      recorded with its reason, and the report says when the plan was frozen and what was in by then.

      EXAMPLES
        furlong plan check our-college-2025
        furlong plan freeze our-college-2025
      """,
    subcommands: [PlanCheckCommand.self, PlanFreezeCommand.self, PlanAmendCommand.self],
    defaultSubcommand: PlanCheckCommand.self)
}

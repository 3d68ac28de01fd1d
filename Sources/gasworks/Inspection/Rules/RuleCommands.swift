import ArgumentParser
import Presentation

/// `gasworks inspection rule`: by which cycles inspections are due.
struct RuleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: RuleHelp.noun,
        subcommands: [ListRules.self, SetRule.self])
}

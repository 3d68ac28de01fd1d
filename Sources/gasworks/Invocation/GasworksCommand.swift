import ArgumentParser

/// A command of the product: options, one call, present.
protocol GasworksCommand: ParsableCommand {
    /// The options that all commands share; declared with `@OptionGroup`.
    var global: GlobalOptions { get }

    /// Does the work; what it throws, `Failure` turns into words and an exit status.
    func run(in context: CommandContext) async throws
}

import ArgumentParser
import Foundation
import Presentation

/// A command's own id, by which a repeat is known.
struct CommandID: ExpressibleByArgument {
    let uuid: UUID

    /// Reads a UUID in its usual form.
    init?(argument: String) {
        guard let uuid = UUID(uuidString: argument) else { return nil }
        self.uuid = uuid
    }
}

/// What every command takes whose answer may get lost.
struct CommandIDOption: ParsableArguments {
    @Option(help: ArgumentHelp(JobHelp.commandID))
    var commandID: CommandID?

    /// The id given, else a new one at each call: to be taken once, outside of what may be tried again.
    func id() -> UUID { commandID?.uuid ?? UUID() }
}

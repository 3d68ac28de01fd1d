import ArgumentParser
import Foundation
import GasService
import Presentation

/// What each step of an outage takes: which outage, and the command's own id.
struct OutageStepOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @OptionGroup var repeatable: CommandIDOption

    /// The command's id, likewise to be taken once.
    func commandID() -> UUID { repeatable.id() }
}

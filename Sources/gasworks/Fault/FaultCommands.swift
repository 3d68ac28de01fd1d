import ArgumentParser
import Presentation

/// `gasworks fault`: from the call to the repair.
struct FaultCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault", abstract: FaultHelp.noun,
        subcommands: [
            ReportFaultCommand.self, ShowBoard.self, ListFaults.self, ShowFault.self, ShowDispatchOptions.self,
            DispatchFaultCommand.self, ReleaseFault.self, ApproachFault.self, HandleFault.self, AgreeFault.self,
            WaitForParts.self, ResumeFault.self, RepairFault.self, ReferFault.self, RegradeFault.self, JoinFault.self,
        ])
}

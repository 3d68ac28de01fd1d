import ArgumentParser
import Presentation

/// `gasworks crew`: who goes out.
struct CrewCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crew", abstract: CrewHelp.noun,
        subcommands: [ImportCrewFile.self, ListCrews.self, CertifyCrew.self, RecordAbsence.self, RecordStandby.self])
}

import ArgumentParser

/// `gasworks crew`: who goes out.
struct CrewCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crew", abstract: "Import and list crews, their certificates and absences.",
        subcommands: [ImportCrewFile.self, ListCrews.self, CertifyCrew.self, RecordAbsence.self])
}

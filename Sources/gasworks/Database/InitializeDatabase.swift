import Archive
import ArgumentParser
import Foundation
import GasService
import PostgresClient
import Presentation

/// `gasworks db init`: makes the database of a company; made already, it is left as it is.
struct InitializeDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: DatabaseHelp.initialize)

    @Flag(help: ArgumentHelp(DatabaseHelp.rehearsal))
    var rehearsal = false

    @Option(help: ArgumentHelp(DatabaseHelp.timeZone, valueName: "zone"))
    var timeZone: UtilityTimeZone?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let applied = try await context.migrate().applied
        let (installation, isNew) = try await context.withOwner { connection in
            if let found = try await Self.installation(connection) { return (found, false) }
            let zone = timeZone ?? UtilityTimeZone(TimeZone.current.identifier) ?? .utc
            try await connection.execute("SELECT gasworks.install(\(zone.description), \(rehearsal))")
            return (Installed(timeZone: zone.description, rehearsal: rehearsal), true)
        }
        try refuseAnother(installation)
        let answer = Answer(made: isNew, installation: installation, migrationsApplied: applied)
        try context.answer(answer, saying: answer.sentence)
    }

    /// A database keeps the zone and the kind it was made with: deadlines were reckoned by them.
    private func refuseAnother(_ installation: Installed) throws {
        if let timeZone, timeZone.description != installation.timeZone {
            throw GasworksError.invalidValue(
                name: "--time-zone", value: timeZone.description, expected: installation.timeZone)
        }
        if rehearsal, !installation.rehearsal {
            throw GasworksError.invalidValue(name: "db init", value: "--rehearsal", expected: "no_rehearsal")
        }
    }

    private struct Installed: Encodable {
        let timeZone: String
        let rehearsal: Bool
    }

    private struct Answer: Encodable {
        let made: Bool
        let installation: Installed
        let migrationsApplied: [String]

        var sentence: Phrase {
            .databaseMade(
                isNew: made, isRehearsal: installation.rehearsal, timeZone: installation.timeZone,
                migrations: migrationsApplied.count)
        }
    }

    nonisolated(nonsending) private static func installation(
        _ connection: PostgresConnection
    ) async throws -> Installed? {
        let row = try await connection.queryOptional(
            "SELECT time_zone, rehearsal FROM gasworks.installation", as: (String.self, Bool.self))
        return row.map { Installed(timeZone: $0.0, rehearsal: $0.1) }
    }
}

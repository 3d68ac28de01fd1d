import Archive
import ArgumentParser
import Foundation
import GasService
import PostgresClient
import Presentation

/// What each step of a fault takes: which fault, and the command's own id.
struct FaultStepOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(FaultHelp.fault))
    var fault: FaultID

    @OptionGroup var repeatable: CommandIDOption
}

/// When a step happened, and what the device's clock shows that tells of it.
struct HappenedOptions: ParsableArguments {
    @Option(help: ArgumentHelp(FaultHelp.at, valueName: "instant"))
    var at: Instant?

    @Option(help: ArgumentHelp(FaultHelp.deviceShows, valueName: "instant"))
    var deviceShows: Instant?
}

/// How the customer was told, or agreed.
struct TellingOptions: ParsableArguments {
    @Option(help: ArgumentHelp(FaultHelp.by))
    var by = "call"

    @Option(help: ArgumentHelp(FaultHelp.note))
    var note: String

    @Option(help: ArgumentHelp(FaultHelp.deviceShows, valueName: "instant"))
    var deviceShows: Instant?

    func telling(at instant: Instant) -> FaultCourse.Telling {
        FaultCourse.Telling(at: instant, by: by, note: note)
    }
}

extension FaultStepOptions {
    /// Takes a step in a transaction of its own and says where the fault stands.
    ///
    /// - Parameters:
    ///   - name: the command, named when its outcome is unknown.
    ///   - context: where it runs.
    ///   - take: takes the step; gets the present instant and the utility's zone.
    /// - Throws: what the step throws.
    func take(
        _ name: String, in context: CommandContext,
        _ take: @Sendable (FaultCourse, Instant, UtilityTimeZone) async throws -> FaultCourse.Answer
    ) async throws {
        let command = repeatable.id()
        let answer = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            return try await database.write(name) { connection in
                try await take(FaultCourse(on: connection, as: command), try await connection.present(), zone)
            }
        }
        try context.answer(answer, saying: .faultStep(answer.id, state: answer.state))
    }
}

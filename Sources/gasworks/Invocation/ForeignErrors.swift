import EmbeddedPostgres
import GasService
import PostgresClient

extension GasworksError {
    /// What trouble of the embedded server means to the user.
    init(_ error: EmbeddedPostgresError) {
        self =
            switch error {
            case .serverNotFound: .missingProgram(name: "postgres")
            case .notInitialized(let home): .databaseNotReady(reason: "no cluster in \(home)")
            case .startFailed(let output), .initializationFailed(let output), .stopFailed(let output),
                .toolFailed(_, let output):
                .clusterDidNotStart(log: output)
            case .serverVersionMismatch, .noUnprivilegedAccount, .unknownAccount, .homeNotTraversable, .homeUnusable,
                .socketDirectoryNotOurs:
                .clusterDidNotStart(log: error.description)
            }
    }

    /// What trouble of the connection means to the user, where no layer below has said it in the trade's terms.
    init(_ error: PostgresError) {
        self =
            switch error {
            case .connectionFailed(let failure):
                .databaseOutOfReach(address: failure.endpoint, reason: failure.reason)
            case .commitUnknown:
                .outcomeUnknown(command: CommandLine.arguments.dropFirst().prefix(2).joined(separator: " "))
            default: .unexpected(sqlState: error.sqlState?.rawValue ?? "", message: error.description)
            }
    }
}

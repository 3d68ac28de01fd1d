import EmbeddedPostgres
import GasService

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
}

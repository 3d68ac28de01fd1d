import EmbeddedPostgres
import GasService
import Presentation

extension GasworksError {
    /// What trouble of the embedded server means to the user.
    init(_ error: EmbeddedPostgresError) {
        self =
            switch error {
            case .serverNotFound: .missingProgram(name: "postgres")
            case .notInitialized(let home): .databaseNotReady(.noCluster(home: home))
            case .startFailed(let output), .initializationFailed(let output), .stopFailed(let output),
                .toolFailed(_, let output):
                .clusterDidNotStart(log: output)
            case .serverVersionMismatch(let data, let installed):
                .clusterDidNotStart(log: Phrase.clusterOfAnotherVersion(data, installed: installed).spoken)
            case .noUnprivilegedAccount: .clusterDidNotStart(log: Phrase.rootRunsNoCluster.spoken)
            case .unknownAccount(let userID): .clusterDidNotStart(log: Phrase.accountWithoutName(userID).spoken)
            case .homeNotTraversable(let home, let obstacle, let account):
                .clusterDidNotStart(
                    log: Phrase.clusterBehindClosedFolder(obstacle, home: home, account: account).spoken)
            case .homeUnusable(let home, let reason):
                .clusterDidNotStart(log: Phrase.clusterHomeUnusable(home, reason: reason).spoken)
            case .socketDirectoryNotOurs(let path):
                .clusterDidNotStart(log: Phrase.socketFolderOfOthers(path).spoken)
            }
    }
}

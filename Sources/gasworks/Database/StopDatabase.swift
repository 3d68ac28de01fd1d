import ArgumentParser
import EmbeddedPostgres
import GasService
import Presentation

/// `gasworks db stop`: stops the embedded PostgreSQL.
struct StopDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: DatabaseHelp.stop)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let cluster = try context.embeddedCluster(for: "db stop")
        let wasRunning = try await cluster.stop()
        let status = ClusterReport(cluster)
        try context.answer(status, saying: wasRunning ? .clusterStopped(status.home) : .clusterWasNotRunning)
    }
}

import ArgumentParser
import EmbeddedPostgres
import GasService
import Presentation

/// `gasworks db start`: starts the embedded PostgreSQL.
struct StartDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: DatabaseHelp.start)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let cluster = try context.embeddedCluster(for: "db start")
        try await cluster.start()
        let status = ClusterReport(cluster)
        try context.answer(status, saying: .clusterStarted(status.home))
    }
}

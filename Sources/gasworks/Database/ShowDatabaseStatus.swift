import ArgumentParser
import EmbeddedPostgres
import GasService
import PostgresClient
import Presentation

/// `gasworks db status`: what the database is doing; starts nothing.
struct ShowDatabaseStatus: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: DatabaseHelp.status)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        switch context.location {
        case .embedded(let home):
            var report = ClusterReport(try EmbeddedCluster(home: home))
            if report.state == "running" { report.installation = try await context.installationIfReady() }
            try context.answer(report, as: report.sheet)
        case .server(let url):
            let connection = try await PostgresConnection.connect(PostgresConfiguration(url: url))
            let (version, role) = try await connection.queryOne(
                "SELECT current_setting('server_version'), session_user::text", as: (String.self, String.self))
            await connection.close()
            let report = ServerReport(
                state: "running", server: DatabaseLocation.withoutPassword(url), postgresVersion: version, role: role,
                installation: try await context.installationIfReady())
            try context.answer(report, as: report.sheet)
        }
    }
}

/// What a server that was named answers.
struct ServerReport: Encodable {
    let state: String
    let server: String
    let postgresVersion: String
    let role: String
    /// What the database is; nil when it is not made, its schema is behind, or the role may not look.
    let installation: InstallationReport?

    /// The report line by line.
    var sheet: Sheet {
        var sheet = Sheet()
        sheet.add(.cluster, .phrase(.external))
        sheet.add(.state, .phrase(.clusterState(state)))
        sheet.add(.database, .text(server))
        sheet.add(.serverVersion, .text(postgresVersion))
        sheet.add(.role, .text(role))
        if let installation {
            installation.add(to: &sheet)
        } else {
            sheet.add(.schemaVersion, .phrase(.notReady))
        }
        return sheet
    }
}

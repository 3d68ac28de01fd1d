import Archive
import EmbeddedPostgres
import Foundation
import GasService
import Presentation

/// What the embedded cluster is doing, as commands answer it.
struct ClusterReport: Encodable {
    /// `absent`, `stopped`, `changing` or `running`.
    let state: String
    let home: String
    let processID: Int?
    let runningSince: Instant?
    /// What the database in it is; nil when the cluster does not run, or the database is not made or behind.
    var installation: InstallationReport?

    init(_ cluster: EmbeddedCluster) {
        home = cluster.home.path
        switch cluster.status() {
        case .notInitialized: (state, processID, runningSince) = ("absent", nil, nil)
        case .stopped: (state, processID, runningSince) = ("stopped", nil, nil)
        case .changing(let id): (state, processID, runningSince) = ("changing", Int(id), nil)
        case .running(let id, let since):
            (state, processID) = ("running", Int(id))
            runningSince = Instant(secondsSince1970: Int64(since.timeIntervalSince1970))
        }
    }

    /// The report line by line, times in UTC.
    var sheet: Sheet {
        var sheet = Sheet()
        sheet.add(.cluster, .phrase(.embedded))
        sheet.add(.state, .phrase(.clusterState(state)))
        sheet.add(.directory, .text(home))
        if let processID { sheet.add(.process, .text(String(processID))) }
        if let runningSince { sheet.add(.runningSince, .text(runningSince.description)) }
        if let installation {
            sheet.add(.timeZone, .text(installation.timeZone))
            sheet.add(.rehearsal, .phrase(.answer(installation.rehearsal)))
            sheet.add(.schemaVersion, .integer(installation.schemaVersion))
        } else if state == "running" {
            sheet.add(.database, .phrase(.notReady))
        }
        return sheet
    }
}

/// What a database is, as commands answer it.
struct InstallationReport: Encodable {
    let timeZone: String
    let rehearsal: Bool
    let schemaVersion: Int

    init(_ installation: Installation) {
        timeZone = installation.timeZone.description
        rehearsal = installation.isRehearsal
        schemaVersion = Int(installation.schemaVersion)
    }
}

extension CommandContext {
    /// What the database is; nil when it is not made yet, or its schema is behind.
    nonisolated(nonsending) func installationIfReady() async throws -> InstallationReport? {
        do {
            let database = try await open()
            defer { database.close() }
            return InstallationReport(database.installation)
        } catch GasworksError.databaseNotReady {
            return nil
        }
    }

    /// The embedded cluster, for commands that are about it and make no sense for a server that was named.
    func embeddedCluster(for command: String) throws -> EmbeddedCluster {
        switch location {
        case .embedded(let home): return try EmbeddedCluster(home: home)
        case .server(let url):
            throw GasworksError.invalidValue(
                name: command, value: DatabaseLocation.withoutPassword(url), expected: "embedded_database")
        }
    }
}

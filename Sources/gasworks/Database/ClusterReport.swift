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

    /// The report line by line; times by the utility's clock, where a database tells it.
    var sheet: Sheet {
        var sheet = Sheet()
        sheet.add(.cluster, .phrase(.embedded))
        sheet.add(.state, .phrase(.clusterState(state)))
        sheet.add(.directory, .text(home))
        if let processID { sheet.add(.process, .text(String(processID))) }
        if let runningSince {
            let zone = installation.flatMap { UtilityTimeZone($0.timeZone) }
            sheet.add(.runningSince, zone.map { .instant(runningSince, $0) } ?? .text(runningSince.description))
        }
        if let installation {
            installation.add(to: &sheet)
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
    /// How its functions stand to this program's: `current`, `outdated` or `changed_by_hand`.
    let routines: String

    init(_ installation: Installation, routines: RoutineState) {
        timeZone = installation.timeZone.description
        rehearsal = installation.isRehearsal
        schemaVersion = Int(installation.schemaVersion)
        self.routines = routines.code
    }

    /// Adds its lines to a report.
    func add(to sheet: inout Sheet) {
        sheet.add(.timeZone, .text(timeZone))
        sheet.add(.rehearsal, .phrase(.answer(rehearsal)))
        sheet.add(.schemaVersion, .integer(schemaVersion))
        sheet.add(.functions, .phrase(.routineState(routines)))
    }
}

extension CommandContext {
    /// What the database is; nil when it is not made yet, its schema is behind, or the role may not look.
    nonisolated(nonsending) func installationIfReady() async throws -> InstallationReport? {
        do {
            let database = try await open()
            defer { database.close() }
            let status = try await database.read { try await Migrator().status($0) }
            return InstallationReport(database.installation, routines: status.routines)
        } catch GasworksError.databaseNotReady, GasworksError.roleRefused {
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

import Archive
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

/// What an import's test works with: the migrated database of the test, and files in a folder that goes afterwards.
struct ImportFixture {
    let company: GasworksDatabase
    let folder: URL
    private let database: TestDatabase

    /// Lends a fixture whose clock stands at noon of 24 November 2026.
    static func with(_ body: (ImportFixture) async throws -> Void) async throws {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('Europe/Helsinki', true)")
        let opened = try await GasworksDatabase.open(
            url: database.connectionURL(role: .administrator), at: Instant("2026-11-24T12:00:00Z"))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gw-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        defer { opened.close() }
        try await body(ImportFixture(company: opened, folder: folder, database: database))
    }

    /// The folder of a city that comes with the project.
    static func city(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("deploy/cities/\(name)")
            .path
    }

    func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func supply(_ text: String = Self.network) async throws -> ImportReport {
        try await ImportSupplyNodes(FileImport(path: write("supply.csv", text))).run(into: company)
    }

    func households(_ rows: [String], isDryRun: Bool = false) async throws -> ImportReport {
        let path = try write("h.csv", Self.header + "\n" + rows.joined(separator: "\n") + "\n")
        return try await ImportHouseholds(FileImport(path: path, isDryRun: isDryRun)).run(into: company)
    }

    func crews(_ rows: [String]) async throws -> ImportReport {
        let header = "crew_id,name,district,depot_latitude,depot_longitude,shift_start,shift_end,skills"
        let path = try write("c.csv", ([header] + rows).joined(separator: "\n") + "\n")
        return try await ImportCrews(FileImport(path: path)).run(into: company)
    }

    func sql(_ text: String) async throws -> String { try await database.sql(text) }

    static let header =
        "account_no,customer_class,name,address,building,unit,floor,district,latitude,longitude,supply_node,meter_no,"
        + "phone,email,special_care,gas_on,last_inspected"

    static let network = """
        node_id,kind,parent_id,name,latitude,longitude
        G,gate_station,,Gate,60.1,24.9
        R,regulator,G,Regulator,60.1,24.9
        M,main,R,Main,60.1,24.9
        B1,riser,M,Riser,60.1,24.9

        """

    /// A household's row, good unless told otherwise.
    static func row(
        _ account: String, node: String = "B1", district: String = "A1", phone: String = "+000-555-1",
        gasOn: String = "2020-01-15", inspected: String = "2025-07-04"
    ) -> String {
        "\(account),residential,,Mill Street 1,B1,1,1,\(district),60.1,24.9,\(node),M\(account),\(phone),,,\(gasOn),"
            + inspected
    }
}

/// The problems with which an import ends.
func badRows(_ body: () async throws -> ImportReport) async throws -> [RowProblem] {
    do {
        _ = try await body()
        return []
    } catch GasworksError.badRows(let problems) {
        return problems
    }
}

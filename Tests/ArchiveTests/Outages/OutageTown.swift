import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// A town of twelve households in two districts behind one regulator, small enough to be seen at a glance.
///
/// `MAIN` feeds `RISER1` (T01…T04) and `RISER2` (T05…T08), all of district A1; `MAIN2` feeds `RISER3` (T09…T12, district
/// B1). T04 has neither telephone nor e-mail, T05 is in special care, T06 has only e-mail, T07 is a plant. Now is
/// 2026-11-25 06:00 UTC, and the town keeps Helsinki's time, two hours ahead.
enum OutageTown {
    static let now = "2026-11-25T06:00:00Z"
    static let accounts = (1...12).map(account)

    /// The account with a number.
    static func account(_ number: Int) -> String { "T" + (number < 10 ? "0" : "") + "\(number)" }

    /// The district of an account.
    static func district(of account: String) -> String { account >= "T09" ? "B1" : "A1" }

    /// Imports the town.
    static func found() async throws {
        let administrator = try await session(as: .administrator, at: now)
        try await administrator.simpleQuery(unsafeSQL: network)
        try await administrator.simpleQuery(unsafeSQL: households((1...12).map { row($0) }))
        await administrator.close()
    }

    /// An import of rows that `row` made.
    static func households(_ rows: [String]) -> String {
        """
        BEGIN;
        SELECT begin_household_import();
        INSERT INTO pg_temp.staged_household VALUES \(rows.joined(separator: ",\n"));
        SELECT check_household_import();
        SELECT apply_household_import('test');
        COMMIT;
        """
    }

    /// A household's row in an import.
    static func row(_ number: Int, riser: Int? = nil, phone: String? = nil, name: String? = nil) -> String {
        let residential = number != 7
        let reachable = ![4, 6].contains(number)
        let telephone = phone.map { "'\($0)'" } ?? (reachable ? "'+358 40 \(number)'" : "NULL")
        return """
            (\(number), '\(account(number))', '\(residential ? "residential" : "industrial")', '\(name ?? "Name \(number)")',
             'Street \((number + 3) / 4)', 'B\((number + 3) / 4)', '\(number)', '1', '\(district(of: account(number)))', 60.17,
             24.94, 'RISER\(riser ?? min(3, (number + 3) / 4))', 'M\(number)', \(telephone),
             \(number == 6 ? "'t6@example.org'" : "NULL"), \(number == 5 ? "'elderly'" : "NULL"), DATE '2020-01-01',
             DATE '2025-12-10', DATE '2026-06-10', DATE '2026-12-10',
             (SELECT rule_id FROM cycle_rule WHERE district_id = '-'
                 AND customer_class = '\(residential ? "residential" : "industrial")'))
            """
    }

    /// How the chains stand; empty when all hold.
    static func faults() async throws -> String {
        try await TestDatabase.current.sql(
            "SELECT v.* FROM unnest(ARRAY['A1', 'B1', '-']) AS d, gasworks.verify_chains(d) AS v")
    }

    private static let network = """
        BEGIN;
        SELECT begin_supply_import();
        INSERT INTO pg_temp.staged_supply_node VALUES
            (1, 'GATE', 'gate_station', NULL, 'Gate', 60.1, 24.9), (2, 'REG', 'regulator', 'GATE', 'Regulator', 60.1, 24.9),
            (3, 'MAIN', 'main', 'REG', 'Main', 60.1, 24.9), (4, 'RISER1', 'riser', 'MAIN', 'Riser 1', 60.1, 24.9),
            (5, 'RISER2', 'riser', 'MAIN', 'Riser 2', 60.1, 24.9), (6, 'MAIN2', 'main', 'REG', 'Main 2', 60.1, 24.9),
            (7, 'RISER3', 'riser', 'MAIN2', 'Riser 3', 60.1, 24.9);
        SELECT check_supply_import();
        SELECT apply_supply_import('test');
        COMMIT;
        """
}

import GasService
import PostgresClient
import Schema

/// Routines are applied as a whole or not at all: nobody meets new functions beside old privileges.
extension Migrator {
    /// Applies the routines unless the database has them already; whether it did.
    ///
    /// What other files or hands made of them is put right. A later revision is left alone: an older program does not
    /// know what the newer one's routines are for.
    nonisolated(nonsending) func applyRoutines(_ connection: PostgresConnection) async throws -> Bool {
        try await connection.transaction { connection in
            try await lock(connection)
            switch try await routineState(connection) {
            case .current: return false
            case .newer(let theirs): throw GasworksError(routines: theirs, known: revision)
            case .outdated, .changedByHand: break
            }
            // Bodies name functions that come later; access/bodies parses them all.
            try await connection.simpleQuery(
                unsafeSQL: "SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = warning")
            for file in routines { try await connection.simpleQuery(unsafeSQL: file.sql) }
            let checksum = try await checksum(connection)
            let fingerprint = try await fingerprint(connection)
            try await connection.execute(
                """
                INSERT INTO gasworks.routine (revision, migration, checksum, fingerprint, applied_at, applied_by)
                SELECT \(revision), max(number), \(checksum), \(fingerprint), clock_timestamp(), session_user
                FROM gasworks.migration
                ON CONFLICT (only_one) DO UPDATE SET
                    revision = excluded.revision, migration = excluded.migration, checksum = excluded.checksum,
                    fingerprint = excluded.fingerprint, applied_at = excluded.applied_at,
                    applied_by = excluded.applied_by
                """)
            return true
        }
    }

    /// How the database's routines stand to this program's; asked in a transaction.
    nonisolated(nonsending) func routineState(_ connection: PostgresConnection) async throws -> RoutineState {
        guard !routines.isEmpty else { return .current }
        let (exists) = try await connection.queryOne(
            "SELECT to_regclass('gasworks.routine') IS NOT NULL", as: (Bool.self))
        guard exists,
            let (theirs, checksum, fingerprint, isLatest) = try await connection.queryOptional(
                """
                SELECT revision, checksum, fingerprint, migration = (SELECT max(number) FROM gasworks.migration)
                FROM gasworks.routine
                """, as: (Int32.self, String.self, String.self, Bool.self))
        else { return .outdated }
        if theirs > revision { return .newer(revision: theirs) }
        guard isLatest, checksum == (try await self.checksum(connection)) else { return .outdated }
        return fingerprint == (try await self.fingerprint(connection)) ? .current : .changedByHand
    }

    /// The checksum of all files together.
    nonisolated(nonsending) private func checksum(_ connection: PostgresConnection) async throws -> String {
        let parts = routines.flatMap { [$0.name, $0.sql] }.joined(separator: "\n")
        return try await checksums(of: [parts], connection)[0]
    }

    /// A digest of what the routines made: functions, views, policies, owners and privileges, as the catalogue has them.
    nonisolated(nonsending) private func fingerprint(_ connection: PostgresConnection) async throws -> String {
        // The catalogue writes names as the search path asks for them.
        let (path) = try await connection.queryOne("SELECT current_setting('search_path')", as: (String.self))
        try await connection.simpleQuery(unsafeSQL: "SET LOCAL search_path = pg_catalog")
        let (digest) = try await connection.queryOne(
            """
            SELECT encode(sha256(convert_to(string_agg(fact, chr(10) ORDER BY fact COLLATE "C"), 'UTF8')), 'hex')
            FROM (
                SELECT concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole, acl.text) AS fact
                FROM pg_proc AS p
                CROSS JOIN LATERAL (SELECT string_agg(a::text, ' ' ORDER BY a::text) AS text
                                    FROM unnest(p.proacl) AS a) AS acl
                WHERE p.pronamespace = 'gasworks'::regnamespace
                UNION ALL
                SELECT concat_ws(' ', c.oid::regclass, CASE c.relkind WHEN 'v' THEN pg_get_viewdef(c.oid) END,
                                 c.reloptions, c.relowner::regrole, c.relrowsecurity, acl.text)
                FROM pg_class AS c
                CROSS JOIN LATERAL (SELECT string_agg(a::text, ' ' ORDER BY a::text) AS text
                                    FROM unnest(c.relacl) AS a) AS acl
                WHERE c.relnamespace = 'gasworks'::regnamespace AND c.relkind IN ('r', 'v', 'S')
                UNION ALL
                SELECT concat_ws(' ', t.attrelid::regclass, t.attname, acl.text)
                FROM pg_attribute AS t JOIN pg_class AS c ON c.oid = t.attrelid
                CROSS JOIN LATERAL (SELECT string_agg(a::text, ' ' ORDER BY a::text) AS text
                                    FROM unnest(t.attacl) AS a) AS acl
                WHERE c.relnamespace = 'gasworks'::regnamespace AND t.attacl IS NOT NULL
                UNION ALL
                SELECT concat_ws(' ', w.tablename, w.policyname, w.permissive, w.roles, w.cmd, w.qual, w.with_check)
                FROM pg_policies AS w WHERE w.schemaname = 'gasworks'
                UNION ALL
                SELECT concat_ws(' ', n.nspname, acl.text)
                FROM pg_namespace AS n
                CROSS JOIN LATERAL (SELECT string_agg(a::text, ' ' ORDER BY a::text) AS text
                                    FROM unnest(n.nspacl) AS a) AS acl
                WHERE n.nspname = 'gasworks'
            ) AS facts
            """, as: (String.self))
        try await connection.execute("SELECT set_config('search_path', \(path), true)")
        return digest
    }
}

extension GasworksError {
    /// The database's routines are of a later revision than this program's.
    init(routines theirs: Int32, known: Int32) {
        self = .newerDatabase(version: "routines \(theirs)", known: "routines \(known)")
    }
}

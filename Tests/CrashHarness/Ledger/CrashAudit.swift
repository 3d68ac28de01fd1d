import Foundation
package import PostgresTesting

/// What the ledgers say against what the database holds.
package struct CrashAudit: Sendable {
    private let cluster: TemporaryCluster

    /// Audits the database `gasworks` of a cluster that runs.
    package init(of cluster: TemporaryCluster) { self.cluster = cluster }

    /// Every broken promise, told in a line each; empty when all were kept.
    ///
    /// - Parameters:
    ///   - acknowledged: what clients were told is stored.
    ///   - ordered: what they were asked to do.
    /// - Returns: the faults; none is a good one.
    /// - Throws: what keeps the audit from being made, such as a server that does not answer.
    package func faults(
        acknowledged: [AcknowledgementLedger.Entry], ordered: [WorkOrder.Item]
    ) async throws -> [String] {
        let stored = try await answers()
        let wanted = Dictionary(ordered.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })
        var faults = try await inconsistencies()
        for entry in acknowledged {
            switch stored[entry.command] {
            case nil: faults.append("lost: \(entry.job) was acknowledged and is not stored")
            case let answer? where !answer.contains(entry.answer):
                faults.append("changed: \(entry.job) was acknowledged as \(entry.answer)")
            default: break
            }
        }
        for (command, answer) in stored where wanted[command] == nil {
            faults.append("unasked: \(command) stored \(answer)")
        }
        return faults
    }

    /// How many closes the database has stored.
    package func stored() async throws -> Int { try await answers().count }

    /// The answers of all closes that are stored.
    private func answers() async throws -> [UUID: StoredAnswer] {
        let rows = try await cluster.sql(
            "SELECT command_id, answer FROM gasworks.command_log WHERE command LIKE 'close_job %'")
        return try rows.split(separator: "\n").reduce(into: [:]) { answers, row in
            let parts = row.split(separator: "|", maxSplits: 1)
            guard parts.count == 2, let command = UUID(uuidString: String(parts[0])) else { return }
            answers[command] = try StoredAnswer(String(parts[1]))
        }
    }

    /// What is half done, done twice, or no longer verifies.
    private func inconsistencies() async throws -> [String] {
        try await cluster.sql(Self.inconsistencies).split(separator: "\n").map(String.init)
    }

    private static let inconsistencies = """
        SET search_path = gasworks;
        WITH done AS (
            SELECT j.district_id || '-' || j.job_no AS job, j.account_no, j.state, j.result,
                   (SELECT count(*) FROM inspection_visit AS v
                    WHERE v.district_id = j.district_id AND v.job_no = j.job_no AND v.result = j.result) AS visits,
                   (SELECT count(*) FROM archive_event AS e
                    WHERE e.district_id = j.district_id AND e.account_no = j.account_no AND e.kind = 'visit_closed'
                      AND e.payload ->> 'job' = j.district_id || '-' || j.job_no) AS events,
                   (SELECT count(*) FROM command_log AS c
                    WHERE c.district_id = j.district_id AND c.command = 'close_job ' || j.job_no) AS commands
            FROM job AS j
        )
        SELECT 'half: ' || job || ' is ' || state || ' with ' || visits || ' visits, ' || events || ' events, '
               || commands || ' commands'
        FROM done
        WHERE (state = 'closed') <> (visits = 1) OR (state = 'closed') <> (events = 1) OR (state = 'closed') <> (commands = 1)
           OR visits > 1 OR events > 1 OR commands > 1
        UNION ALL
        SELECT 'obligation: ' || h.account_no || ' has ' || count(o.state) || ' open'
        FROM household AS h
        LEFT JOIN inspection_obligation AS o
            ON o.district_id = h.district_id AND o.account_no = h.account_no AND o.state = 'open'
        GROUP BY h.district_id, h.account_no HAVING count(o.state) <> 1
        UNION ALL
        SELECT 'obligation: visit ' || v.visit_no || ' fulfilled ' || count(o.obligation_no)
        FROM inspection_visit AS v
        LEFT JOIN inspection_obligation AS o
            ON o.district_id = v.district_id AND o.account_no = v.account_no AND o.fulfilled_by = v.visit_no
        GROUP BY v.district_id, v.visit_no, v.completed HAVING count(o.obligation_no) <> v.completed::integer
        UNION ALL
        SELECT 'chain: ' || d.district_id || ' ' || f.account_no || ' ' || f.seq || ' ' || f.fault
        FROM district AS d, verify_chains(d.district_id) AS f
        """
}

/// An answer as the database keeps it, which may hold more than the client was shown.
private struct StoredAnswer: CustomStringConvertible {
    private let fields: [String: String]
    let description: String

    init(_ json: String) throws {
        fields = try Self.fields(of: json)
        description = json
    }

    /// Whether every field of the acknowledged answer is here with the same value.
    func contains(_ acknowledged: String) -> Bool {
        guard let shown = try? Self.fields(of: acknowledged) else { return false }
        return shown.allSatisfy { fields[$0.key] == $0.value }
    }

    private static func fields(of json: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        return object.compactMapValues { $0 is NSNull ? nil : "\($0)" }
    }
}

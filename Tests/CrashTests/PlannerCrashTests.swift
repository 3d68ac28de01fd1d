import CrashHarness
import Foundation
import PostgresTesting
import Testing

/// Whoever plans is killed, or the server under them; what they leave is a whole plan or none.
@Suite(.serialized) struct PlannerCrashTests {
    private static let days = ["2026-11-26", "2026-11-27"]

    @Test func `a planner or a server killed at any moment leaves whole plans only, and the next plan succeeds`()
        async throws
    {
        let scene = try await CommandScene(households: 150)
        let commands =
            [["inspection", "plan", "--from", "2026-11-26", "--until", "2027-03-31"]]
            + Self.days.flatMap { day in [["route", "plan", "--date", day], ["route", "publish", "--date", day]] }
        var random = SeededGenerator(seed: CrashRounds.seed)
        var longest = [Duration](repeating: .milliseconds(600), count: commands.count)
        var struck = 0
        for _ in 0..<CrashRounds.count(standard: 8) {
            for (number, command) in commands.enumerated() {
                let process = try scene.start(command)
                try await Task.sleep(for: random.pause(upTo: longest[number]))
                if Int.random(in: 0..<3, using: &random) == 0 {
                    try await scene.crashAndRestart()
                } else {
                    process.kill()
                }
                // A command that was done before the blow has status 0.
                if try await process.outcome().status != 0 { struck += 1 }
                #expect(try await scene.planFaults().isEmpty, "seed \(CrashRounds.seed), after \(command)")
            }
            // The session of a killed program works on until it notices, and may still commit.
            try await scene.sessionsEnd()
            for (number, command) in commands.enumerated() {
                let clock = ContinuousClock.now
                let outcome = try await scene.run(command)
                longest[number] = (ContinuousClock.now - clock) * 1.2
                #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            }
        }
        #expect(struck > 0, "every command was done before it was struck")
        #expect(try await scene.planFaults().isEmpty)
        #expect(try await scene.chainFaults().isEmpty)
        #expect(try await scene.count("day_plan WHERE state = 'published'") == Self.days.count + 1)
    }
}

extension CommandScene {
    /// Waits until nobody is connected; a minute, for a session notices at its next answer that its client is gone.
    func sessionsEnd() async throws {
        var sessions = ""
        for _ in 0..<3000 {
            sessions = try await cluster.sql(
                """
                SELECT pid, state, query FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                """)
            if sessions.isEmpty { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("sessions of killed programs go on: \(sessions)")
    }

    /// What is half there of horizon and day plans; empty when nothing is.
    func planFaults() async throws -> String {
        try await cluster.sql(
            """
            SET search_path = gasworks;
            SELECT 'day ' || h.plan_date || ' has ' || count(p.version) || ' of ' || h.latest_version || ' versions'
            FROM day_head AS h LEFT JOIN day_plan AS p USING (district_id, plan_date)
            GROUP BY h.district_id, h.plan_date, h.latest_version HAVING count(p.version) <> h.latest_version
            UNION ALL
            SELECT 'day ' || h.plan_date || ' publishes ' || h.published_version || ', which is ' || p.state
            FROM day_head AS h JOIN day_plan AS p
                ON p.district_id = h.district_id AND p.plan_date = h.plan_date AND p.version = h.published_version
            WHERE p.state <> 'published'
            UNION ALL
            SELECT 'job ' || j.job_no || ' is ' || j.state || ' and in no published route'
            FROM job AS j
            WHERE j.state = 'planned' AND NOT EXISTS (
                SELECT FROM route_job AS r JOIN day_plan AS p USING (district_id, plan_date, version)
                WHERE r.district_id = j.district_id AND r.job_no = j.job_no AND p.state = 'published')
            UNION ALL
            SELECT 'job ' || j.job_no || ' is in a published route and ' || j.state
            FROM day_plan AS p JOIN route_job AS r USING (district_id, plan_date, version)
            JOIN job AS j ON j.district_id = r.district_id AND j.job_no = r.job_no
            WHERE p.state = 'published' AND j.state NOT IN ('planned', 'started', 'closed')
            UNION ALL
            SELECT 'campaign ' || c.campaign_no || ' of horizon plan ' || c.plan_version || ' has no household'
            FROM campaign AS c
            WHERE c.round = 1 AND NOT EXISTS (SELECT FROM campaign_household AS h
                              WHERE h.district_id = c.district_id AND h.plan_version = c.plan_version
                                AND h.campaign_no = c.campaign_no)
            """)
    }
}

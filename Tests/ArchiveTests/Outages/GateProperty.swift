import CrashHarness
import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting
import Synchronization
import Testing

/// Random work on outages from several sessions at once, and what an observer beside the database noted of it.
///
/// Every step plays an instant of its own, later than all before it, so an event's `recorded_at` names the step that made
/// it; the observer notes the instant that was current when the step had ended. What lies between the two is concurrent,
/// and either order is right.
final class GateProperty: Sendable {
    private let clock: Mutex<Int64>
    /// When each step, named by the instant it played, had ended.
    private let ended = Mutex<[Int64: Int64]>([:])
    /// The special-care marks that each household had, in the order of the changes; the first as it was imported.
    private let care = Mutex(
        Dictionary(uniqueKeysWithValues: OutageTown.accounts.map { ($0, [$0 == "T05" ? "elderly" : nil] as [String?]) })
    )
    /// Refusals seen, by code, and steps that went through.
    private let tally = Mutex<[String: Int]>([:])
    private static let origin: Int64 = 1_795_586_400  // 2026-11-25 06:00 UTC

    init() { clock = Mutex(Self.origin * 1_000_000) }

    /// What happened how often, for the message of a failed expectation and against a test that tests nothing.
    var counts: [String: Int] { tally.withLock { $0 } }
    /// When a step had ended; a step that never ended (its session failed) is concurrent to everything later.
    func end(of step: Int64) -> Int64 { ended.withLock { $0[step] ?? .max } }
    /// Whether a household was in special care, from change to change of its mark.
    func marks(of account: String) -> [Bool] { care.withLock { ($0[account] ?? []).map { $0 != nil } } }

    /// Does so many random steps on a session; the owned households are changed by this session only, so that the order of
    /// their changes is known.
    func work(seed: UInt64, steps: Int, owned: [String]) async throws {
        var random = SeededGenerator(seed: seed)
        let desk = try await OutageDesk.open(at: "2026-11-25T06:00:00Z")
        for number in 0..<steps {
            let step = Step.random(&random, owned: owned, tag: "\(seed)-\(number)")
            try await take(step, on: desk)
        }
        await desk.connection.close()
    }

    /// After all that, one more outage of everybody is told and started, so that no run judges nothing.
    func finish() async throws {
        let day: Int64 = 86_400_000_000
        let noon = clock.withLock { ($0 / day + 2) * day + day / 2 }
        let starts = noon + 30 * day
        let desk = try await OutageDesk.open(at: Self.text(noon))
        let outage = try await desk.announce(["REG"], from: Self.text(starts), until: Self.text(starts + day))
        try await desk.deliverAll(outage, at: Self.text(noon))
        try await desk.play(Self.text(starts))
        try await desk.start(outage)
        await desk.connection.close()
    }

    private func take(_ step: Step, on desk: OutageDesk) async throws {
        let instant = clock.withLock { now in
            now += 1 + step.pause * 1_000_000
            return now
        }
        let name = step.name
        do {
            try await desk.play(Self.text(instant))
            for statement in step.sql(Instant(instant)) { try await desk.connection.simpleQuery(unsafeSQL: statement) }
            if let (account, mark) = step.mark {
                care.withLock { if $0[account]?.last != .some(mark) { $0[account]?.append(mark) } }
            }
            tally.withLock { $0[name, default: 0] += 1 }
        } catch let error as PostgresError {
            let refused = error.server
            let code = refused.map { "\(name): \($0.message)" } ?? "\(error)"
            tally.withLock { $0[code, default: 0] += 1 }
            // Rules may refuse; deadlocks, broken constraints and faults of SQL may not happen.
            if refused?.sqlState.rawValue.hasPrefix("GW") != true {
                Issue.record("\(step): \(String(reflecting: error))")
            }
        }
        let now = clock.withLock { $0 }
        ended.withLock { $0[instant] = now }
    }

    /// An instant as SQL reads it.
    static func text(_ microseconds: Int64) -> String {
        let whole = microseconds / 1_000_000
        return "\(Date(timeIntervalSince1970: Double(whole)).ISO8601Format().dropLast(1))."
            + String(String(microseconds % 1_000_000 + 1_000_000).dropFirst()) + "Z"
    }

    /// A moment of the played clock.
    struct Instant {
        let microseconds: Int64
        init(_ microseconds: Int64) { self.microseconds = microseconds }
        /// The instant so many hours later.
        func hours(_ hours: Int) -> String { GateProperty.text(microseconds + Int64(hours) * 3_600_000_000) }
    }
}

extension GateProperty {
    /// One random thing that somebody does.
    enum Step {
        case wait(hours: Int)
        case declare(node: String, lead: Int, length: Int, emergency: Bool)
        case announce, start, cancel, decide
        case waive
        case reschedule(by: Int, length: Int, node: String?)
        case deliver(outcome: String)
        case receipts(delivered: Bool)
        case visit
        case contact(String, field: String, value: String)
        case care(String, Bool)
        case move(String, to: String)
        case importRow(Int, riser: Int, phone: String)
        case restore, seal, close

        private static let nodes = ["RISER1", "RISER2", "RISER3", "MAIN", "MAIN2", "REG"]

        static func random(_ random: inout SeededGenerator, owned: [String], tag: String) -> Step {
            let account = owned.randomElement(using: &random) ?? ""
            let node = nodes.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<100, using: &random) {
            case ..<12: return .wait(hours: Int.random(in: 1...8, using: &random))
            case ..<14:
                return .declare(
                    node: node, lead: Int.random(in: 40...170, using: &random),
                    length: Int.random(in: 1...60, using: &random),
                    emergency: Int.random(in: 0..<8, using: &random) == 0)
            case ..<18: return .announce
            case ..<34: return .start
            case ..<35: return .cancel
            case ..<42: return .decide
            case ..<46: return .waive
            case ..<47:
                return .reschedule(
                    by: Int.random(in: -20...60, using: &random), length: Int.random(in: 1...60, using: &random),
                    node: Int.random(in: 0..<3, using: &random) == 0 ? node : nil)
            case ..<63:
                let outcomes = ["confirmed", "confirmed", "sent", "retry", "failed"]
                return .deliver(outcome: outcomes.randomElement(using: &random) ?? "")
            case ..<71: return .receipts(delivered: Int.random(in: 0..<4, using: &random) > 0)
            case ..<88: return .visit
            case ..<90:
                let field = ["phone", "email", "name", "unit"].randomElement(using: &random) ?? ""
                return .contact(account, field: field, value: "\(field) \(tag)")
            case ..<91: return .care(account, Bool.random(using: &random))
            case ..<92: return .move(account, to: nodes.randomElement(using: &random) ?? "")
            case ..<93:
                return .importRow(
                    Int(account.dropFirst()) ?? 1, riser: Int.random(in: 1...3, using: &random), phone: "import \(tag)")
            case ..<95: return .restore
            case ..<98: return .seal
            default: return .close
            }
        }

        /// Seconds that pass before it.
        var pause: Int64 {
            if case .wait(let hours) = self { return Int64(hours) * 3600 }
            return 0
        }

        var name: String { String("\(self)".prefix { $0 != "(" }) }

        /// The household whose special-care mark it sets, and the mark.
        var mark: (String, String?)? {
            switch self {
            case .care(let account, let marked): (account, marked ? "ill" : nil)
            case .importRow(let number, _, _): (OutageTown.account(number), number == 5 ? "elderly" : nil)
            default: nil
            }
        }

        /// The newest outage in one of these states.
        private func newest(_ states: String) -> String {
            "(SELECT coalesce(max(outage_no), 0) FROM outage WHERE state IN (\(states)))"
        }

        /// The transactions of the step, one after another, as a worker or a command has them.
        func sql(_ now: Instant) -> [String] {
            guard case .deliver(let outcome) = self else { return [command(now)] }
            return [
                """
                CREATE TEMP TABLE IF NOT EXISTS leased (notice text, token bigint);
                TRUNCATE leased;
                INSERT INTO leased SELECT district_id || '-' || notice_no, token
                FROM lease_notices('w', ARRAY['sms', 'email'], 20, 60);
                """,
                """
                SELECT settle_notices('w', (SELECT json_agg(json_build_object('notice', notice, 'token', token,
                    'outcome', '\(outcome)', 'gateway_id', 'g' || notice, 'retry_seconds', 1)) FROM leased))
                """,
            ]
        }

        private func command(_ now: Instant) -> String {
            switch self {
            case .wait, .deliver: return "SELECT 1"
            case .declare(let node, let lead, let length, let emergency):
                return """
                    SELECT declare_outage(gen_random_uuid(), '\(OutageDesk.area([node]))', '\(now.hours(emergency ? 0 : lead))',
                                          '\(now.hours(lead + length))', 'Works', \(emergency), \(length % 2 == 0))
                    """
            case .announce: return "SELECT announce_outage(gen_random_uuid(), \(newest("'declared', 'announced'")))"
            case .start:
                // Whichever may start by its hours, the oldest first.
                return """
                    SELECT start_outage(gen_random_uuid(), outage_no) FROM outage
                    WHERE state = 'announced' AND starts_at <= present() AND ends_at > present() ORDER BY outage_no LIMIT 1
                    """
            case .cancel: return "SELECT cancel_outage(gen_random_uuid(), \(newest("'declared', 'announced'")), 'x')"
            case .decide:
                return """
                    SELECT decide_overlap(gen_random_uuid(), o.outage_no, v.other_no, 'x')
                    FROM outage AS o, outage_overlaps(o.outage_no) AS v
                    WHERE o.state IN ('declared', 'announced') AND NOT v.decided ORDER BY o.outage_no LIMIT 1
                    """
            case .waive:
                let outage = newest("'announced'")
                return """
                    SELECT waive_notices(gen_random_uuid(), \(outage),
                                         ARRAY(SELECT account_no FROM outage_untold(\(outage), 2)), 'x')
                    """
            case .reschedule(let by, let length, let node):
                let area = node.map { "'\(OutageDesk.area([$0]))'" } ?? "NULL"
                return """
                    SELECT reschedule_outage(gen_random_uuid(), outage_no, starts_at + interval '\(by) hours',
                                             starts_at + interval '\(by + length) hours', \(area))
                    FROM outage WHERE outage_no = \(newest("'declared', 'announced'"))
                    """
            case .receipts(let delivered):
                return """
                    SELECT record_receipts((SELECT json_agg(json_build_object('line', notice_no,
                        'notice', district_id || '-' || notice_no, 'outcome', '\(delivered ? "delivered" : "failed")',
                        'occurred_at', archive_instant(present()))) FROM notice
                        WHERE state IN ('sent', 'confirmed') AND first_leased_at <= present()), 'file')
                    """
            case .visit:
                return """
                    SELECT record_telling(gen_random_uuid(), district_id, notice_no, CASE channel WHEN 'call' THEN 'reached'
                        ELSE CASE WHEN notice_no % 2 = 0 THEN 'handed' ELSE 'posted' END END, present())
                    FROM notice AS n
                    WHERE n.state = 'queued' AND n.channel IN ('call', 'hand')
                    ORDER BY n.outage_no DESC, n.district_id, n.notice_no LIMIT 1
                    """
            case .contact(let account, let field, let value): return change(account, field, "\"\(value)\"")
            case .care(let account, let marked): return change(account, "special_care", marked ? "\"ill\"" : "null")
            case .move(let account, let node): return change(account, "node_id", "\"\(node)\"")
            case .importRow(let number, let riser, let phone):
                return OutageTown.households([OutageTown.row(number, riser: riser, phone: phone, name: phone)])
            case .restore:
                return """
                    SELECT begin_restoration(gen_random_uuid(), outage_no, present()) FROM outage
                    WHERE state = 'in_progress' ORDER BY outage_no LIMIT 1
                    """
            case .seal:
                return """
                    SELECT restore_households(gen_random_uuid(), l.outage_no, l.district_id, json_build_array(json_build_object(
                        'account_no', l.account_no, 'state', 'sealed', 'revisit_on', today())), present())
                    FROM outage AS o JOIN outage_household AS l ON l.outage_no = o.outage_no AND l.state = 'off'
                    WHERE o.state = 'restoring' ORDER BY l.outage_no, l.district_id, l.account_no LIMIT 1
                    """
            case .close: return "SELECT close_outage(gen_random_uuid(), \(newest("'restoring'")))"
            }
        }

        private func change(_ account: String, _ field: String, _ json: String) -> String {
            """
            SELECT change_household(gen_random_uuid(), '\(account)', '{"\(field)": \(json)}', NULL, NULL, NULL, NULL, NULL)
            """
        }
    }
}

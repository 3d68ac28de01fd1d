import Foundation
import PostgresClient
import PostgresTesting

/// Judges each start of an outage anew, from the archive's events and what an observer noted.
///
/// Shares no code with the gate.
struct GateOracle {
    /// An event of a chain.
    struct Event: Decodable {
        let account: String
        let seq: Int64
        let kind: String
        let at: Int64
        let payload: Payload
    }

    /// What events say, each kind some of it.
    struct Payload: Decodable {
        var outage: String?
        var terms: Int?
        var kind: String?
        var startsAt: String?
        var endsAt: String?
        var emergency: Bool?
        var area: [Part]?
        var channel: String?
        var manner: String?
        var confirmedAt: String?
        var basis: String?
        var customerClass: String?
        var nodeId: String?
        var changed: [String]?
        var values: [String: [String?]]?

        struct Part: Decodable {
            let code: String
        }
    }

    private struct Terms {
        var leadSince: Int
        var starts: Date
        var ends: Date
        var nodes: [String]
    }

    let observer: GateProperty
    private let chains: [String: [Event]]
    private static let parents = [
        "RISER1": "MAIN", "RISER2": "MAIN", "RISER3": "MAIN2", "MAIN": "REG", "MAIN2": "REG", "REG": "GATE",
    ]

    /// Reads all chains of the town.
    init(observer: GateProperty) async throws {
        let json = try await TestDatabase.current.sql(
            """
            SELECT coalesce(json_agg(json_build_object('account', CASE account_no WHEN '' THEN district_id ELSE account_no END,
                'seq', seq, 'kind', kind, 'at', (extract(epoch FROM recorded_at) * 1000000)::bigint, 'payload', payload)
                ORDER BY seq), '[]')
            FROM gasworks.archive_event
            WHERE kind LIKE 'outage%' OR kind LIKE 'notice%' OR kind LIKE 'gas%' OR kind IN ('household_opened', 'household_changed')
            """)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let events = try decoder.decode([Event].self, from: Data(json.utf8))
        self.observer = observer
        chains = Dictionary(grouping: events, by: \.account)
    }

    /// The outages that were started as planned ones, and every household without gas that should not have been, or with
    /// gas unaccounted for; empty when the gate held.
    func faults() throws -> (started: Int, faults: [String]) {
        var faults: [String] = []
        var started = Set<String>()
        for district in ["A1", "B1"] {
            for event in chains[district] ?? [] where event.kind == "outage_started" {
                guard let outage = event.payload.outage, event.payload.emergency == false,
                    started.insert(outage).inserted
                else { continue }
                let terms = try terms(of: outage, upTo: event.payload.terms ?? 0)
                guard let present = terms[event.payload.terms ?? 0] else {
                    faults.append("\(outage): started by terms that nobody declared")
                    continue
                }
                if Date(timeIntervalSince1970: Double(event.at) / 1e6) < present.starts {
                    faults.append("\(outage): too early")
                }
                for account in OutageTown.accounts {
                    if let fault = try fault(
                        of: account, outage, terms, present: event.payload.terms ?? 0, at: event.at)
                    {
                        faults.append("\(outage) \(account): \(fault)")
                    }
                }
            }
        }
        return (started.count, faults)
    }

    /// The versions of an outage's terms up to one, as the districts' chains tell them: a district that was touched later
    /// knows only the later ones.
    private func terms(of outage: String, upTo present: Int) throws -> [Int: Terms] {
        var versions: [Int: Terms] = [:]
        var current = Terms(leadSince: 1, starts: .distantPast, ends: .distantPast, nodes: [])
        let told = ["A1", "B1"].flatMap { chains[$0] ?? [] }.filter {
            $0.payload.outage == outage && ["outage_declared", "outage_rescheduled"].contains($0.kind)
        }
        for event in told.sorted(by: { ($0.payload.terms ?? 1) < ($1.payload.terms ?? 1) }) {
            let version = event.payload.terms ?? 1
            guard version <= present, versions[version] == nil, let starts = event.payload.startsAt.flatMap(Self.date),
                let ends = event.payload.endsAt.flatMap(Self.date)
            else { continue }
            let nodes = event.payload.area?.map(\.code) ?? current.nodes
            let mayPostpone =
                starts >= current.starts
                && ends.timeIntervalSince(starts) <= current.ends.timeIntervalSince(current.starts)
            let keepsLead = event.payload.kind == "postponed" && mayPostpone
            current = Terms(
                leadSince: keepsLead ? current.leadSince : version, starts: starts, ends: ends, nodes: nodes)
            versions[version] = current
        }
        return versions
    }

    /// What is wrong with how a household stood when an outage was started; nil when nothing is.
    private func fault(
        of account: String, _ outage: String, _ terms: [Int: Terms], present: Int, at start: Int64
    ) throws -> String? {
        guard let now = terms[present] else { return nil }
        var node = ""
        var customerClass = ""
        var marks = observer.marks(of: account)[...]
        var inCare = marks.popFirst() ?? false
        var tellings: [Payload] = []
        var waivers: [Int] = []
        // Whether it was surely in the area when gas went off: no change of its node is concurrent to the start.
        var isSurelyAffected = false
        for event in chains[account] ?? [] {
            let payload = event.payload
            switch event.kind {
            case "household_opened": (node, customerClass) = (payload.nodeId ?? "", payload.customerClass ?? "")
            case "household_changed":
                let changed = payload.changed ?? []
                if changed.contains("node_id"), event.at >= start || observer.end(of: event.at) >= start {
                    if event.at < observer.end(of: start) { return nil }  // concurrent: either order is right
                    return isSurelyAffected || feeds(now.nodes, node) ? "was passed over" : nil
                }
                node = payload.values?["node_id"]?[1] ?? node
                customerClass = payload.values?["customer_class"]?[1] ?? customerClass
                if changed.contains("special_care") { inCare = marks.popFirst() ?? inCare }
                tellings.removeAll { telling in
                    changed.contains("name") || changed.contains { Self.contact(telling).contains($0) }
                }
            case "notice_confirmed" where payload.outage == outage: tellings.append(payload)
            case "notice_waived" where payload.outage == outage: waivers.append(payload.terms ?? 0)
            case "gas_interrupted" where payload.outage == outage:
                guard feeds(now.nodes, node) else { return "was not in the area" }
                if payload.basis == "waiver" {
                    return waivers.contains { $0 >= now.leadSince } ? nil : "nobody waived it"
                }
                return justification(
                    tellings.filter { !inCare || $0.channel == "call" || $0.manner == "handed" }, terms, present,
                    lead: customerClass == "industrial" ? 168 : 48)
            default: break
            }
            if event.at < start, observer.end(of: event.at) < start { isSurelyAffected = feeds(now.nodes, node) }
        }
        return isSurelyAffected ? "was passed over" : nil
    }

    /// What is wrong with the tellings by which a household lost its gas.
    private func justification(_ tellings: [Payload], _ terms: [Int: Terms], _ present: Int, lead: Double) -> String? {
        guard tellings.contains(where: { $0.terms == present }) else { return "did not know the present terms" }
        let since = terms[present]?.leadSince ?? 0
        let inTime = tellings.contains { telling in
            guard let version = telling.terms, version >= since, let start = terms[version]?.starts,
                let told = telling.confirmedAt.flatMap(Self.date)
            else { return false }
            return start.timeIntervalSince(told) >= lead * 3600 - 0.001
        }
        return inTime ? nil : "was told too late"
    }

    private func feeds(_ nodes: [String], _ node: String) -> Bool {
        var above: String? = node
        while let place = above {
            if nodes.contains(place) { return true }
            above = Self.parents[place]
        }
        return false
    }

    /// The fields of a household that a telling went to.
    private static func contact(_ telling: Payload) -> Set<String> {
        switch telling.channel {
        case "email": ["email"]
        case "hand": ["address", "building_id", "unit"]
        default: ["phone"]
        }
    }

    private static func date(_ text: String) -> Date? {
        let whole = text.prefix { $0 != "." } + "Z"
        guard let second = try? Date(String(whole), strategy: .iso8601) else { return nil }
        let fraction = Double("0" + text.dropFirst(whole.count - 1).dropLast()) ?? 0
        return second.addingTimeInterval(fraction)
    }
}

import FoundationEssentials
package import GasService
package import PostgresClient

/// A step of a fault, as its event in the archive tells it.
package struct FaultStep: Sendable, Hashable {
    /// What the event's payload says, of which each kind of step has some.
    package struct Facts: Sendable, Hashable, Decodable {
        package var arrival: Instant?
        package var atMostMinutes: Int?
        package var basis: FaultEvent.HandlingBasis?
        package var before: FaultSeverity?
        package var by: String?
        package var channel: String?
        package var crewID: CrewID?
        package var deviceSecondsAhead: Int64?
        package var into: FaultID?
        package var job: JobID?
        package var latest: Instant?
        package var proof: FaultEvent.RepairProof?
        package var report: FaultID?
        package var scope: FaultScope?
        package var severity: FaultSeverity?
        package var temporary: Bool?

        enum CodingKeys: String, CodingKey {
            case arrival
            case atMostMinutes = "at_most_minutes"
            case basis
            case before
            case by
            case channel
            case crewID = "crew_id"
            case deviceSecondsAhead = "device_seconds_ahead"
            case into
            case job
            case latest
            case proof
            case report
            case scope
            case severity
            case temporary
        }
    }

    /// The fault.
    package let fault: FaultID
    /// Its place in the order in which the archive had the steps.
    package let number: Int32
    /// What happened, as the schema spells it.
    package let kind: String
    /// When, by the clock of whoever saw it.
    package let occurredAt: Instant
    /// When the archive had it.
    package let recordedAt: Instant
    /// Who recorded it, as claimed.
    package let person: String
    /// The chain and the place in it where the event stands.
    package let account: String
    /// The event's number in that chain.
    package let sequence: Int64
    /// The event's hash, in hex.
    package let hash: String
    /// What it says.
    package let facts: Facts

    /// Reads the steps of some faults, in order.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of faults: [FaultID], on connection: PostgresConnection
    ) async throws -> [FaultStep] {
        let districts = faults.map(\.district)
        let numbers = faults.map(\.number)
        return try await connection.query(
            """
            SELECT t.district_id, t.fault_no, t.step_no, t.kind, t.occurred_at, t.recorded_at, t.operator, t.account_no,
                   t.archive_seq, encode(t.hash, 'hex'), t.payload::text
            FROM unnest(\(districts), \(numbers)) AS wanted (district_id, fault_no)
            JOIN fault_trail AS t ON t.district_id = wanted.district_id AND t.fault_no = wanted.fault_no
            ORDER BY t.district_id, t.fault_no, t.step_no
            """,
            as: (
                DistrictID.self, Int64.self, Int32.self, String.self, Instant.self, Instant.self, String.self,
                String.self,
                Int64.self, String.self, String.self
            )
        ).compactMap { district, fault, number, kind, occurred, recorded, person, account, sequence, hash, payload in
            guard let fault = FaultID(district: district, number: fault) else { return nil }
            return FaultStep(
                fault: fault, number: number, kind: kind, occurredAt: occurred, recordedAt: recorded, person: person,
                account: account, sequence: sequence, hash: hash,
                facts: try JSONDecoder().decode(Facts.self, from: Data(payload.utf8)))
        }
    }

    /// What the clock makes of it; nil for steps that it does not depend on.
    package var event: FaultEvent? {
        let kind: FaultEvent.Kind? =
            switch self.kind {
            case "reported": facts.severity.flatMap { severity in facts.scope.map { .reported(severity, $0) } }
            case "report_joined": .reportJoined
            case "regraded": facts.severity.map { .severityChanged($0) }
            case "set_off": .setOff
            case "arrived": .arrived
            case "handled": facts.basis.map { .handled($0) }
            case "agreed": facts.latest.map { .agreed(latest: $0) }
            case "waiting": facts.atMostMinutes.map { .waitingForParts(atMostMinutes: $0) }
            case "resumed": .resumed
            case "repaired":
                facts.proof.flatMap { proof in facts.temporary.map { .repaired(proof, isTemporary: $0) } }
            case "referred": .referred
            default: nil
            }
        return kind.map {
            FaultEvent(
                $0, occurredAt: occurredAt, recordedAt: recordedAt, sequence: Int(number),
                clockFault: facts.deviceSecondsAhead.map { DeviceClockFault(secondsAhead: $0) })
        }
    }
}

extension SLAClock {
    /// Replays a fault from its steps; nil when they hold no report.
    package init?(_ steps: [FaultStep], targets: SLATargets) {
        self.init(replaying: steps.compactMap(\.event), targets: targets)
    }
}

package import FoundationEssentials
package import GasService
package import PostgresClient

/// The steps of a fault.
///
/// The schema decides whether each may be taken (`sql/routines/faults`).
package struct FaultCourse {
    let connection: PostgresConnection
    private let command: UUID

    /// Takes a step on a connection, in whichever transaction it has open; a repeat of the same command changes nothing.
    package init(on connection: PostgresConnection, as command: UUID) {
        self.connection = connection
        self.command = command
    }

    /// What every step answers.
    package struct Answer: Sendable, Hashable, Codable {
        /// The fault.
        package let id: FaultID
        /// The state in which it is now.
        package let state: String
        /// How grave it is.
        package let severity: FaultSeverity
        /// The fault that a report was joined to.
        package let into: FaultID?
    }

    /// A place of the network, with the district whose crews go there.
    package struct NetworkPlace: Sendable, Hashable {
        package let node: NodeID
        package let district: DistrictID

        /// Names a place.
        package init(_ node: NodeID, crewsOf district: DistrictID) {
            self.node = node
            self.district = district
        }
    }

    /// Who called, when, and what about.
    package struct Report: Sendable, Hashable {
        /// The household; nil for a place of the network.
        package var account: AccountNumber?
        /// The place of the network; nil for a household.
        package var node: NetworkPlace?
        package var severity: FaultSeverity
        package var scope: FaultScope
        /// When the caller called.
        package var reportedAt: Instant
        /// `hotline`, `online`, `crew`, `staff` or another code.
        package var channel: String
        /// What the caller said.
        package var text: String
        package var callerName: String?
        package var callerPhone: String?

        /// Gathers a report.
        package init(
            account: AccountNumber?, node: NetworkPlace?, severity: FaultSeverity,
            scope: FaultScope, reportedAt: Instant, channel: String, text: String, callerName: String? = nil,
            callerPhone: String? = nil
        ) {
            self.account = account
            self.node = node
            self.severity = severity
            self.scope = scope
            self.reportedAt = reportedAt
            self.channel = channel
            self.text = text
            self.callerName = callerName
            self.callerPhone = callerPhone
        }
    }

    /// How a customer was told something, or agreed to it.
    package struct Telling: Sendable, Hashable {
        /// When.
        package var at: Instant
        /// `call`, `visit`, `message` or another code.
        package var by: String
        /// Who spoke with whom, in words; kept beside the archive.
        package var note: String

        /// Describes it.
        package init(at: Instant, by: String, note: String) {
            self.at = at
            self.by = by
            self.note = note
        }
    }

    /// What was done to repair a fault.
    package struct Repair: Sendable, Hashable {
        /// A kind of part, and how many.
        package struct Part: Sendable, Hashable, Codable {
            package let code: String
            package let count: Int

            /// Names parts.
            package init(code: String, count: Int) {
                self.code = code
                self.count = count
            }
        }

        package var at: Instant
        package var crew: CrewID?
        package var proof: FaultEvent.RepairProof
        package var isTemporary: Bool
        /// Whether gas is on at the household when the crew leaves.
        package var gasIsOn: Bool
        package var parts: [Part]
        /// In hundredths of the country's currency.
        package var costInCents: Int64?
        package var work: String

        /// Describes a repair.
        package init(
            at: Instant, crew: CrewID? = nil, proof: FaultEvent.RepairProof, isTemporary: Bool = false,
            gasIsOn: Bool = true, parts: [Part] = [], costInCents: Int64? = nil, work: String
        ) {
            self.at = at
            self.crew = crew
            self.proof = proof
            self.isTemporary = isTemporary
            self.gasIsOn = gasIsOn
            self.parts = parts
            self.costInCents = costInCents
            self.work = work
        }
    }

    /// Takes a report in; its clock starts with the call.
    nonisolated(nonsending) package func report(_ report: Report) async throws -> Answer {
        try await answer(
            """
            SELECT report_fault(\(command), \(report.node?.district), \(report.account),
                                \(report.node?.node), \(report.severity), \(report.scope), \(report.reportedAt), \(report.channel), \(report.text),
                                \(report.callerName), \(report.callerPhone))
            """)
    }

    /// Joins a report to the fault that it is another report of; both are of one district.
    nonisolated(nonsending) package func join(_ report: FaultID, to fault: FaultID) async throws -> Answer {
        try await answer("SELECT join_fault(\(command), \(report.district), \(report.number), \(fault.number))")
    }

    /// Says that it is graver, or less grave, and why.
    nonisolated(nonsending) package func regrade(
        _ fault: FaultID, as severity: FaultSeverity, reason: String
    ) async throws -> Answer {
        try await answer(
            "SELECT regrade_fault(\(command), \(fault.district), \(fault.number), \(severity), \(reason))")
    }

    /// Says that the crew set off (`set_off`) or is there (`arrived`).
    nonisolated(nonsending) package func approach(
        _ fault: FaultID, step: String, at instant: Instant, deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            """
            SELECT approach_fault(\(command), \(fault.district), \(fault.number), \(step), \(instant), \(deviceShows))
            """)
    }

    /// Keeps that the customer agreed to another time.
    nonisolated(nonsending) package func agree(
        _ fault: FaultID, latest: Instant, _ telling: Telling, deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            """
            SELECT agree_fault(\(command), \(fault.district), \(fault.number), \(latest), \(telling.at), \(telling.by),
                               \(telling.note), \(deviceShows))
            """)
    }

    /// Keeps that parts are missing and the customer was told.
    nonisolated(nonsending) package func wait(
        _ fault: FaultID, _ telling: Telling, deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            """
            SELECT wait_fault(\(command), \(fault.district), \(fault.number), \(telling.at), \(telling.by),
                              \(telling.note), \(deviceShows))
            """)
    }

    /// Keeps that the parts are there.
    nonisolated(nonsending) package func resume(
        _ fault: FaultID, at instant: Instant, deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            "SELECT resume_fault(\(command), \(fault.district), \(fault.number), \(instant), \(deviceShows))")
    }

    /// Keeps that work has begun, or that the place is safe.
    nonisolated(nonsending) package func handle(
        _ fault: FaultID, _ basis: FaultEvent.HandlingBasis, at instant: Instant, crew: CrewID?, note: String?,
        deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            """
            SELECT handle_fault(\(command), \(fault.district), \(fault.number), \(basis), \(instant), \(crew),
                                \(note), \(deviceShows))
            """)
    }

    /// Keeps a repair.
    nonisolated(nonsending) package func repair(
        _ fault: FaultID, _ repair: Repair, deviceShows: Instant?
    ) async throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let parts = String(decoding: try encoder.encode(repair.parts), as: UTF8.self)
        let cost = repair.costInCents.map { cents in
            let minor = cents % 100
            return "\(cents / 100).\(minor < 10 ? "0" : "")\(minor)"
        }
        return try await answer(
            """
            SELECT repair_fault(\(command), \(fault.district), \(fault.number), \(repair.at), \(repair.crew),
                                \(repair.proof), \(repair.isTemporary), \(repair.gasIsOn ? "on" : "off"),
                                \(PostgresJSONText(text: parts)), \(cost)::text::numeric, \(repair.work), \(deviceShows))
            """)
    }

    /// Keeps that the customer was told that it is not the company's to repair, and helped to another channel.
    nonisolated(nonsending) package func refer(
        _ fault: FaultID, to channel: String, _ telling: Telling, deviceShows: Instant?
    ) async throws -> Answer {
        try await answer(
            """
            SELECT refer_fault(\(command), \(fault.district), \(fault.number), \(channel), \(telling.at), \(telling.by),
                               \(telling.note), \(deviceShows))
            """)
    }

    /// Takes it back from a crew that has not begun.
    nonisolated(nonsending) package func release(_ fault: FaultID, reason: String) async throws -> Answer {
        try await answer("SELECT release_fault(\(command), \(fault.district), \(fault.number), \(reason))")
    }

    nonisolated(nonsending) private func answer(_ query: PostgresQuery) async throws -> Answer {
        let text = try await connection.queryOne(query, as: (String.self))
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }
}

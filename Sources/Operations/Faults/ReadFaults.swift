package import Archive
package import GasService
package import PostgresClient

/// A fault with its clock, as a board shows it.
package struct FaultStanding: Sendable {
    /// The fault.
    package let record: FaultRecord
    /// Its clock.
    package let clock: SLAClock
    /// What was promised to the caller, unless a crew is there.
    package let promisedAt: Instant?

    /// The deadline that is due next; nil when nothing more is owed.
    package func next(at now: Instant) -> SLADeadline? { clock.open(at: now).first }
}

/// Reads faults and replays their clocks.
package enum ReadFaults {
    /// What a board shows at a moment.
    package struct Board: Sendable {
        /// The moment.
        package let now: Instant
        /// The faults, the least time left first.
        package let faults: [FaultStanding]
    }

    /// The faults that are not settled, the least time left first.
    ///
    /// - Throws: `GasworksError`.
    nonisolated(nonsending) package static func board(
        of district: DistrictID? = nil, in database: GasworksDatabase
    ) async throws -> Board {
        try await database.snapshot { connection in
            let now = try await connection.queryOne("SELECT present()", as: (Instant.self))
            let standings = try await standings(.unsettled(district), on: connection)
            let sorted = standings.sorted { left, right in
                let (mine, theirs) = (left.next(at: now)?.due, right.next(at: now)?.due)
                return (mine?.microseconds ?? .max, left.record.id) < (theirs?.microseconds ?? .max, right.record.id)
            }
            return Board(now: now, faults: sorted)
        }
    }

    /// One fault with its trail.
    ///
    /// - Throws: `FaultRefusal.unknown`.
    nonisolated(nonsending) package static func one(
        _ fault: FaultID, in database: GasworksDatabase
    ) async throws -> (now: Instant, standing: FaultStanding, steps: [FaultStep]) {
        try await database.snapshot { connection in
            let now = try await connection.queryOne("SELECT present()", as: (Instant.self))
            let record = try await FaultRecord.one(fault, on: connection)
            let steps = try await FaultStep.all(of: [fault], on: connection)
            guard let standing = standing(record, steps) else {
                throw GasworksError.faultRefused(.unknown(fault: fault.text))
            }
            return (now, standing, steps)
        }
    }

    /// Faults with their clocks.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func standings(
        _ selection: FaultRecord.Selection, on connection: PostgresConnection
    ) async throws -> [FaultStanding] {
        let records = try await FaultRecord.all(selection, on: connection)
        let steps = Dictionary(
            grouping: try await FaultStep.all(of: records.map(\.id), on: connection), by: \.fault)
        return records.compactMap { standing($0, steps[$0.id] ?? []) }
    }

    private static func standing(_ record: FaultRecord, _ steps: [FaultStep]) -> FaultStanding? {
        guard let clock = SLAClock(steps, targets: record.targets) else { return nil }
        let promised = steps.last { $0.kind == "assigned" && $0.facts.job == record.assignment?.job }?.facts.arrival
        return FaultStanding(
            record: record, clock: clock, promisedAt: record.assignment?.state == "planned" ? promised : nil)
    }
}

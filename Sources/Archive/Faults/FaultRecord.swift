import FoundationEssentials
package import GasService
package import PostgresClient

/// A fault as it stands, without what the caller said and who called.
package struct FaultRecord: Sendable, Hashable {
    /// The crew that has a fault, and the job by which.
    package struct Assignment: Sendable, Hashable {
        /// The job.
        package let job: JobID
        /// The crew.
        package let crew: CrewID
        /// `planned` or `started`.
        package let state: String
    }

    /// The fault.
    package let id: FaultID
    /// The household; nil for a place of the network.
    package let account: AccountNumber?
    /// The node: the place itself, or what the household hangs on.
    package let node: NodeID?
    /// Where that is: the household's address, or the node's name.
    package let place: String
    /// The building of the household.
    package let building: BuildingID?
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double
    /// How grave it is.
    package let severity: FaultSeverity
    /// Whose equipment it is.
    package let scope: FaultScope
    /// `open`, `handled`, `repaired`, `referred` or `joined`.
    package let state: String
    /// The fault that it was another report of.
    package let joinedTo: FaultID?
    /// When it was first reported.
    package let reportedAt: Instant
    /// The minutes that held on that day.
    package let targets: SLATargets
    /// Who has it; nil while nobody has.
    package let assignment: Assignment?

    /// Which faults to read.
    package enum Selection: Sendable {
        /// One.
        case one(FaultID)
        /// Those that are open or handled, of one district or of all.
        case unsettled(DistrictID?)
        /// Those reported in a span, the end left out, of one district or of all.
        case reported(from: Instant, until: Instant, DistrictID?)
    }

    /// Reads faults, the earliest report first.
    ///
    /// - Complexity: by indexes, in the number of faults selected.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        _ selection: Selection, on connection: PostgresConnection
    ) async throws -> [FaultRecord] {
        let (district, number, from, until, isOpen): (DistrictID?, Int64?, Instant?, Instant?, Bool) =
            switch selection {
            case .one(let id): (id.district, id.number, nil, nil, false)
            case .unsettled(let district): (district, nil, nil, nil, true)
            case .reported(let from, let until, let district): (district, nil, from, until, false)
            }
        return try await connection.query(
            """
            SELECT f.district_id, f.fault_no, f.account_no, f.node_id, coalesce(h.address, n.name), h.building_id,
                   coalesce(h.latitude, n.latitude), coalesce(h.longitude, n.longitude), f.severity, f.scope, f.state,
                   f.joined_to, f.reported_at, f.targets::text, j.job_no, j.crew_id, j.state
            FROM fault AS f
            LEFT JOIN household AS h ON h.district_id = f.district_id AND h.account_no = f.account_no
            LEFT JOIN supply_node AS n ON n.node_id = f.node_id
            LEFT JOIN job AS j ON j.district_id = f.district_id AND j.fault_no = f.fault_no
                              AND j.state IN ('planned', 'started')
            WHERE (\(district)::text IS NULL OR f.district_id = \(district))
              AND (\(number)::bigint IS NULL OR f.fault_no = \(number))
              AND (NOT \(isOpen) OR f.state IN ('open', 'handled'))
              AND (\(from)::timestamptz IS NULL OR f.reported_at >= \(from))
              AND (\(until)::timestamptz IS NULL OR f.reported_at < \(until))
            ORDER BY f.reported_at, f.district_id, f.fault_no
            """
        ).map { try FaultRecord($0) }
    }

    /// Reads one fault.
    ///
    /// - Throws: `FaultRefusal.unknown`, `PostgresError`.
    nonisolated(nonsending) package static func one(
        _ id: FaultID, on connection: PostgresConnection
    ) async throws -> FaultRecord {
        guard let found = try await all(.one(id), on: connection).first else {
            throw GasworksError.faultRefused(.unknown(fault: id.text))
        }
        return found
    }

    private init(_ row: PostgresRow) throws {
        let (district, number, joined, targets): (DistrictID, Int64, Int64?, String)
        let (job, crew, jobState): (Int64?, CrewID?, String?)
        (
            district, number, account, node, place, building, latitude, longitude, severity, scope, state, joined,
            reportedAt, targets, job, crew, jobState
        ) = try row.decode(
            (
                DistrictID.self, Int64.self, AccountNumber?.self, NodeID?.self, String.self, BuildingID?.self,
                Double.self,
                Double.self, FaultSeverity.self, FaultScope.self, String.self, Int64?.self, Instant.self, String.self,
                Int64?.self,
                CrewID?.self, String?.self
            ))
        guard let id = FaultID(district: district, number: number) else {
            throw GasworksError.unexpected(sqlState: "", message: "fault \(district)-\(number)")
        }
        self.id = id
        self.targets = try JSONDecoder().decode(SLATargets.self, from: Data(targets.utf8))
        joinedTo = joined.flatMap { FaultID(district: district, number: $0) }
        assignment = job.flatMap { JobID(district: district, number: $0) }.flatMap { job in
            crew.flatMap { crew in jobState.map { Assignment(job: job, crew: crew, state: $0) } }
        }
    }
}

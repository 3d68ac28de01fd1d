package import Archive
package import GasService
import PostgresClient

/// How an outage stands: what is missing before gas may go off, by when it must be done, and whether it still can.
package struct OutageReport: Sendable {
    /// The outage.
    package let outage: Outage
    /// Households before the gate, by district, class and verdict.
    package let standing: [OutageStanding]
    /// Notices of the terms in force.
    package let notices: [NoticeCount]
    /// Outages that meet it.
    package let overlaps: [OutageMeeting]
    /// The ledger by state.
    package let ledger: [LedgerCount]
    /// The first households that keep it from starting.
    package let untold: [UntoldHousehold]
    /// Whether crews can still deliver what goes by hand.
    package let delivery: DeliveryForecast
    /// Whether a contingency plan and a report are needed.
    package let contingency: ContingencyDemand?
    /// The start that everyone who is not told can still be told for; nil when nobody is missing.
    package let earliestStart: EarliestStart?

    /// Households that are not told in time and not waived.
    package var missing: Int { standing.filter { !$0.passes }.reduce(0) { $0 + $1.households } }
    /// The first instant by which somebody who is missing must have been told; nil when nobody is.
    package var deadline: Instant? { standing.filter { !$0.passes }.map(\.deadline).min() }
    /// Whether everyone can still be told in time for the start as it is.
    package var canBeMade: Bool {
        guard let earliestStart, !outage.isEmergency else { return true }
        return delivery.canBeMade && earliestStart.messagesKeep(outage.starts)
    }

    /// Reads an outage in one snapshot.
    ///
    /// - Throws: `GasworksError.unknownOutage`.
    nonisolated(nonsending) package static func run(
        _ outage: OutageID, untold limit: Int = 20, in database: GasworksDatabase
    ) async throws -> OutageReport {
        let zone = database.installation.timeZone
        return try await database.snapshot {
            try await read(outage, untold: limit, zone: zone, by: $0)
        }
    }

    /// Reads an outage on a connection.
    nonisolated(nonsending) static func read(
        _ id: OutageID, untold limit: Int, zone: UtilityTimeZone, by connection: PostgresConnection
    ) async throws -> OutageReport {
        let outage = try await Outage.named(id, on: connection)
        let now = try await connection.present()
        let isBefore = outage.state == "declared" || outage.state == "announced"
        let standing = isBefore ? try await OutageStanding.all(of: id, on: connection) : []
        let stored = try await StoredSetting.all(on: connection)
        let districts = try await Outage.districts(of: id, on: connection)
        let crews = DeliveryCrews(
            crews: try await CrewHours.all(from: zone.date(of: now), on: connection), stored: stored, now: now,
            zone: zone)
        let capacity = crews.capacity(in: Set(districts))
        return OutageReport(
            outage: outage, standing: standing, notices: try await NoticeCount.all(of: id, on: connection),
            overlaps: isBefore ? try await OutageMeeting.all(of: id, on: connection) : [],
            ledger: try await LedgerCount.all(of: id, on: connection),
            untold: limit > 0 && isBefore ? try await UntoldHousehold.first(limit, of: id, on: connection) : [],
            delivery: DeliveryForecast(
                work: standing.map { $0.deliveries(zone: zone, settings: crews.settings(of: $0.district)) },
                today: crews.today, capacity: capacity),
            contingency: OutageSpan(start: outage.starts, end: outage.ends).map {
                ContingencyDemand(
                    span: $0, households: outage.households, settings: districts.map { crews.settings(of: $0) })
            },
            earliestStart: earliest(outage, standing: standing, capacity: capacity, crews: crews))
    }

    /// The start for which those who are not told can still be told; nil when nobody is missing, or it is an emergency.
    private static func earliest(
        _ outage: Outage, standing: [OutageStanding], capacity: [Int], crews: DeliveryCrews
    ) -> EarliestStart? {
        let missing = standing.filter { !$0.passes }
        guard !missing.isEmpty, !outage.isEmergency, let span = OutageSpan(start: outage.starts, end: outage.ends)
        else { return nil }
        let settings = crews.settings(of: .company)
        return EarliestStart(
            EarliestStart.Facts(
                announced: crews.now,
                missing: missing.map {
                    EarliestStart.Missing(
                        lead: LeadTime(hours: Int(outage.starts.microseconds(since: $0.deadline) / 3_600_000_000)),
                        messages: $0.messages, calls: $0.calls, hands: $0.hands)
                },
                messagesPerMinute: min(settings[.smsPerMinute], settings[.emailPerMinute]), capacity: capacity,
                visitUntil: settings[.visitUntil], span: span,
                hasResidential: standing.contains { $0.customerClass == .residential }),
            quiet: QuietHours(settings: settings, zone: crews.zone),
            restoration: RestorationHours(settings: settings, zone: crews.zone))
    }
}

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
    /// The instant at which it was read.
    package let now: Instant

    /// Households that are not told in time and not waived.
    package var missing: Int { standing.filter { !$0.passes }.reduce(0) { $0 + $1.households } }
    /// Households affected.
    package var affected: Int { standing.reduce(0) { $0 + $1.households } }
    /// The first instant by which somebody who is missing must have been told; nil when nobody is.
    package var deadline: Instant? { standing.filter { !$0.passes }.map(\.deadline).min() }
    /// Whether everyone can still be told in time for the start as it is.
    package var canBeMade: Bool {
        outage.isEmergency || earliestStart.map { $0.start <= outage.starts } ?? true
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
        let day = zone.date(of: now)
        let company = Settings(stored: stored, district: .company, on: day)
        let work = isBefore ? try await NoticeWork.read(of: id, on: connection) : .none
        let forecast = DeliveryForecast(
            work: work.deliveries(zone: zone, settings: company), today: day,
            capacity: try await capacity(of: work.districts, from: day, stored: stored, on: connection))
        return OutageReport(
            outage: outage, standing: standing, notices: try await NoticeCount.all(of: id, on: connection),
            overlaps: isBefore ? try await OutageMeeting.all(of: id, on: connection) : [],
            ledger: try await LedgerCount.all(of: id, on: connection),
            untold: limit > 0 && isBefore ? try await UntoldHousehold.first(limit, of: id, on: connection) : [],
            delivery: forecast,
            contingency: OutageSpan(start: outage.starts, end: outage.ends).map {
                ContingencyDemand(span: $0, households: outage.households, settings: company)
            },
            earliestStart: earliest(
                outage, standing: standing, work: work, forecast: forecast, settings: company, zone: zone, now: now),
            now: now)
    }

    /// The start for which those who are not told can still be told; nil when nobody is missing, or it is an emergency.
    private static func earliest(
        _ outage: Outage, standing: [OutageStanding], work: NoticeWork, forecast: DeliveryForecast, settings: Settings,
        zone: UtilityTimeZone, now: Instant
    ) -> EarliestStart? {
        let missing = standing.filter { !$0.passes }
        guard !missing.isEmpty, !outage.isEmergency, let span = OutageSpan(start: outage.starts, end: outage.ends)
        else { return nil }
        let hours = missing.map { Int(outage.starts.microseconds(since: $0.deadline) / 3_600_000_000) }.max() ?? 0
        return EarliestStart(
            EarliestStart.Facts(
                announced: now, lead: LeadTime(hours: hours), messages: work.messages,
                messagesPerMinute: min(settings[.smsPerMinute], settings[.emailPerMinute]),
                handDoneBy: work.hands > 0 ? forecast.doneBy ?? zone.date(of: now) : nil, span: span,
                hasResidential: standing.contains { $0.customerClass == .residential }),
            quiet: QuietHours(settings: settings, zone: zone),
            restoration: RestorationHours(settings: settings, zone: zone))
    }

    /// Notices that the crews of some districts can hand over, day by day for two months.
    nonisolated(nonsending) private static func capacity(
        of districts: Set<DistrictID>, from day: CalendarDate, stored: [StoredSetting],
        on connection: PostgresConnection
    ) async throws -> [Int] {
        let crews = try await CrewHours.all(from: day, on: connection).filter {
            $0.district.isCompany || districts.contains($0.district)
        }
        return (0..<60).map { ahead in
            let date = day.adding(days: ahead)
            return crews.reduce(0) { sum, crew in
                let settings = Settings(stored: stored, district: crew.district, on: date)
                return sum + crew.productiveMinutes(on: date, settings: settings) / settings[.handMinutes]
            }
        }
    }
}

import Archive
import GasService

/// A stop of a crew's running day.
struct LiveStop: Sendable {
    /// A job at it.
    struct Job: Sendable {
        let id: JobID
        let state: String
        let reason: String?
        let startedAt: Instant?
        let closedAt: Instant?
    }

    let district: DistrictID
    let building: BuildingID
    let address: String
    let latitude: Double
    let longitude: Double
    let arrival: Instant
    let departure: Instant
    let jobs: [Job]
    /// The hours that were agreed with a customer.
    let agreed: DayCandidate.AgreedSpan?
    /// When a caller was promised that the crew is there.
    let promisedAt: Instant?

    /// When the crew began; nil before.
    var startedAt: Instant? { jobs.compactMap { $0.startedAt ?? $0.closedAt }.min() }
    /// When the crew was done; nil while it is not.
    var closedAt: Instant? {
        let closed = jobs.compactMap(\.closedAt)
        return closed.count == jobs.count ? closed.max() : nil
    }
    /// Whether a customer waits for it at a time.
    var isPromised: Bool { agreed != nil || promisedAt != nil }

    /// Gathers the jobs of a day into stops, by crew and arrival; what was withdrawn is left out.
    ///
    /// - Parameters:
    ///   - rows: the published routes, by crew and arrival.
    ///   - begun: what was started or closed of them.
    ///   - promises: when callers were promised a crew, by the fault's job.
    /// - Returns: the stops of each crew.
    static func all(
        _ rows: [DayRouteRow], begun: [BegunJob], promises: [JobID: Instant]
    ) -> [CrewID: [LiveStop]] {
        let facts = Dictionary(begun.map { ($0.job, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [CrewID: [LiveStop]] = [:]
        var group: [DayRouteRow] = []
        func close() {
            guard let first = group.first else { return }
            let jobs = group.map { row in
                Job(
                    id: row.job, state: row.state, reason: row.reason, startedAt: facts[row.job]?.startedAt,
                    closedAt: facts[row.job]?.closedAt)
            }
            result[first.crew, default: []].append(
                LiveStop(
                    district: first.district, building: first.building, address: first.address,
                    latitude: first.latitude, longitude: first.longitude, arrival: first.arrival,
                    departure: first.departure, jobs: jobs, agreed: group.lazy.compactMap(\.agreed).first,
                    promisedAt: group.lazy.compactMap { promises[$0.job] }.first))
            group = []
        }
        for row in rows where row.state != "withdrawn" {
            if let last = group.last,
                (last.crew, last.district, last.sequence) != (row.crew, row.district, row.sequence)
            {
                close()
            }
            group.append(row)
        }
        close()
        return result.mapValues { $0.sorted { ($0.arrival, $0.district) < ($1.arrival, $1.district) } }
    }
}

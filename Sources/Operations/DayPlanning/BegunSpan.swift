import Archive
import GasService

/// From when to when a crew is at a stop that it has begun, in seconds of the day.
struct BegunSpan: Sendable {
    let start: Int
    let end: Int

    /// The span of jobs in the order in which they were begun; one that goes on takes its usual time, and at least until
    /// now.
    init(_ jobs: [BegunJob], _ snapshot: DaySnapshot) {
        let clock = snapshot.clock
        let settings = snapshot.settings(of: jobs[0].job.district)
        start = clock.seconds(at: jobs[0].startedAt)
        end =
            jobs.map { job in
                if let closed = job.closedAt { return clock.seconds(at: closed) }
                let usual: Setting<Int> =
                    job.isFault
                    ? .faultVisitMinutes
                    : job.customerClass.isResidential ? .residentialVisitMinutes : .otherVisitMinutes
                let minutes = settings[usual]
                return max(clock.seconds(at: job.startedAt) + minutes * 60, snapshot.now ?? 0)
            }.max() ?? start
    }
}

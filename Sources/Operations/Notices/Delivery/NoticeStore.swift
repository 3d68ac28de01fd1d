package import Archive
package import GasService

/// Where a worker gets its notices from: the database, or a simulation of it.
///
/// After an error that passes by itself (`GasworksError.isPassing`) the worker tries again. After an error nobody knows whether the work was
/// done, so all of it may be repeated: a lease that was lost ends by itself, and a settlement is known by its token.
package protocol NoticeStore: Sendable {
    /// Hands out notices of some channels, at most so many, for so many seconds.
    func lease(_ channels: [NoticeChannel], limit: Int, seconds: Int) async throws -> [LeasedNotice]

    /// Stores what came of notices.
    func settle(_ settlements: [NoticeSettlement]) async throws -> [SettledNotice]

    /// What there is to wait for when nothing was handed out.
    func standing(of channels: [NoticeChannel]) async throws -> OutboxStanding

    /// Yields whenever something was queued; ends when nobody can tell any more.
    func wakeUps() async -> AsyncStream<Void>
}

/// The outbox as a worker finds it that was handed nothing.
package struct OutboxStanding: Sendable, Hashable {
    /// When the next notice is due; nil when none is queued.
    package let nextDue: Instant?
    /// The database's clock.
    package let present: Instant
    /// Whether these are quiet hours.
    package let isQuiet: Bool
    /// Whether the clock is a rehearsal's that stands still, so that no waiting helps.
    package let clockStands: Bool

    package init(nextDue: Instant?, present: Instant, isQuiet: Bool, clockStands: Bool) {
        self.nextDue = nextDue
        self.present = present
        self.isQuiet = isQuiet
        self.clockStands = clockStands
    }

    /// What that means to the worker.
    var wait: DeliveryWait {
        guard let nextDue else { return .nothing }
        if nextDue > present { return .due(.microseconds(nextDue.microseconds(since: present))) }
        return isQuiet || clockStands ? .quiet : .throttled
    }
}

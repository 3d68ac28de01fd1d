package import Archive
package import GasService
package import NoticeGateways

/// Takes queued notices to their gateways and brings back what came of it.
///
/// Each notice is sent at least once; its key lets the gateway send it at most once. Several workers may run at the same
/// time, and any of them may be killed at any moment: what it held is handed out again when its lease ends.
package struct DeliverNotices: Sendable {
    private let store: any NoticeStore
    private let gateways: [NoticeChannel: any NoticeGateway]
    private let policy: DeliveryPolicy
    private let backOff: @Sendable (DistrictID) async -> NoticeBackOff
    private let compose: @Sendable (LeasedNotice) async -> ComposedNotice

    /// A delivery.
    ///
    /// - Parameters:
    ///   - store: where the notices are.
    ///   - gateways: the ways out, by channel; notices of other channels stay queued.
    ///   - policy: how to work.
    ///   - backOff: how long a notice of a district waits after a try that failed.
    ///   - compose: puts a notice into words.
    package init(
        from store: any NoticeStore, by gateways: [NoticeChannel: any NoticeGateway], policy: DeliveryPolicy,
        backOff: @escaping @Sendable (DistrictID) async -> NoticeBackOff,
        compose: @escaping @Sendable (LeasedNotice) async -> ComposedNotice
    ) {
        self.store = store
        self.gateways = gateways
        self.policy = policy
        self.backOff = backOff
        self.compose = compose
    }

    /// Works until nothing is due, or, watching, until it is told to stop.
    ///
    /// - Parameter stop: yields when the worker is to finish what it holds and end.
    /// - Returns: what was done.
    /// - Throws: what the store throws, if it is no passing trouble or lasts too long.
    package func run(until stop: AsyncStream<Void>) async throws -> DeliveryReport {
        let began = ContinuousClock.now
        var machine = DeliveryMachine(policy, channels: Array(gateways.keys))
        try await withThrowingTaskGroup(of: Happening.self) { group in
            defer { group.cancelAll() }
            group.addTask { await Self.wait(for: stop, then: .event(.stopped)) }
            let wakeUps = policy.watches ? await store.wakeUps() : nil
            if let wakeUps { group.addTask { await Self.wait(for: wakeUps, then: .queued) } }
            var actions = machine.actions(at: .zero)
            while !actions.contains(.end) {
                for action in actions { perform(action, in: &group) }
                guard let happening = try await group.next() else { return }
                let now = ContinuousClock.now - began
                switch happening {
                case .none: break
                case .queued:
                    machine.note(.woken, at: now)
                    if let wakeUps { group.addTask { await Self.wait(for: wakeUps, then: .queued) } }
                case .event(let event): machine.note(event, at: now)
                case .trouble(let error, let event):
                    // Only what passes by itself is waited for.
                    guard (error as? GasworksError)?.isPassing == true else { throw error }
                    machine.note(event, at: now)
                    if machine.isStoreGivenUp { throw error }
                }
                actions = machine.actions(at: now)
            }
        }
        return DeliveryReport(tally: machine.tally, unavailable: machine.unavailable)
    }
}

// MARK: - Doing what the machine says

extension DeliverNotices {
    /// What a piece of work came to.
    private enum Happening: Sendable {
        case none
        case event(DeliveryMachine.Event)
        /// Something was put into the outbox.
        case queued
        /// The store failed; the event says at what.
        case trouble(any Error, DeliveryMachine.Event)
    }

    private func perform(_ action: DeliveryMachine.Action, in group: inout ThrowingTaskGroup<Happening, any Error>) {
        switch action {
        case .lease(let channels, let limit): group.addTask { await lease(channels, limit: limit) }
        case .send(let notice): group.addTask { await send(notice) }
        case .settle(let settlements): group.addTask { await settle(settlements) }
        case .rest(let duration):
            group.addTask {
                try? await Task.sleep(for: duration)
                return .event(.woken)
            }
        case .end: break
        }
    }

    private func lease(_ channels: [NoticeChannel], limit: Int) async -> Happening {
        do {
            let seconds = Int(policy.lease.components.seconds)
            let notices = try await store.lease(channels, limit: limit, seconds: seconds)
            let wait = notices.isEmpty ? try await store.standing(of: channels).wait : .nothing
            return .event(.leased(notices, wait: wait))
        } catch { return .trouble(error, .leaseFailed) }
    }

    private func send(_ notice: LeasedNotice) async -> Happening {
        guard let gateway = gateways[notice.channel] else { return .none }
        let text = await compose(notice)
        let outcome = await gateway.send(
            OutgoingNotice(
                key: notice.key, notice: notice.id.text, recipient: notice.contact, heading: text.heading,
                body: text.body))
        let seconds = await backOff(notice.id.district).wait(after: notice.attempt, key: notice.key)
        return .event(.tried(notice, outcome, textDigest: text.digest, retrySeconds: seconds))
    }

    private func settle(_ settlements: [NoticeSettlement]) async -> Happening {
        do {
            return .event(.settled(try await store.settle(settlements)))
        } catch { return .trouble(error, .settlementFailed(settlements)) }
    }

    /// Waits for a stream's next element; says nothing when the stream ends first.
    private static func wait(for stream: AsyncStream<Void>, then happening: Happening) async -> Happening {
        for await _ in stream { return happening }
        return .none
    }
}

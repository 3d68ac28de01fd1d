import GasService
import Testing

/// One row of the table of clock cases: what happened to a fault, and what its clock must say.
struct ClockCase: Sendable, CustomTestStringConvertible {
    /// What is expected of a deadline.
    struct Expected: Sendable {
        let milestone: SLAMilestone
        let due: String
        let standing: SLADeadline.Standing
    }

    /// The case in words.
    let name: String
    /// The rule it stands for, a row of the rules of the trade.
    let rule: String
    let events: [FaultEvent]
    /// When the clock is read.
    let now: String
    let expected: [Expected]

    var testDescription: String { name }

    static func expect(
        _ milestone: SLAMilestone, due: String, _ standing: SLADeadline.Standing
    ) -> Expected {
        Expected(milestone: milestone, due: due, standing: standing)
    }
}

/// Builds the events of a fault, each recorded when it happened unless said otherwise.
struct FaultScript {
    private(set) var events: [FaultEvent] = []

    init(reported at: String, _ severity: FaultSeverity = .general, _ scope: FaultScope = .network) {
        add(.reported(severity, scope), at)
    }

    func then(_ kind: FaultEvent.Kind, _ at: String, recorded: String? = nil, ahead: Int64? = nil) -> FaultScript {
        var copy = self
        copy.add(kind, at, recorded: recorded, ahead: ahead)
        return copy
    }

    private mutating func add(_ kind: FaultEvent.Kind, _ at: String, recorded: String? = nil, ahead: Int64? = nil) {
        events.append(
            FaultEvent(
                kind, occurredAt: instant(at), recordedAt: instant(recorded ?? at), sequence: events.count + 1,
                clockFault: ahead.map { DeviceClockFault(secondsAhead: $0) }))
    }
}

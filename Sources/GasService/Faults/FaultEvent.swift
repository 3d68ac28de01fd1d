/// Something that happened to a fault and that its clock depends on.
public struct FaultEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// Somebody reported the fault.
        case reported(FaultSeverity, FaultScope)
        /// Another report of the same fault was joined to it.
        case reportJoined
        /// It turned out graver, or less grave.
        case severityChanged(FaultSeverity)
        /// A crew set off.
        case setOff
        /// A crew was on site.
        case arrived
        /// Work was begun, the place isolated or made safe.
        case handled(HandlingBasis)
        /// The customer agreed that the crew comes at another time, at the latest at this one.
        case agreed(latest: Instant)
        /// Parts are missing and the customer was told so; the clock stands for at most so many minutes.
        case waitingForParts(atMostMinutes: Int)
        /// The parts are there.
        case resumed
        /// Supply is safe and restored.
        case repaired(RepairProof, isTemporary: Bool)
        /// It is beyond the company's scope: the customer was told and helped to another channel.
        case referred
    }

    /// What counts as handling.
    public enum HandlingBasis: String, Sendable, Hashable, Codable, CaseIterable {
        /// Qualified staff began to work.
        case workBegun = "work_begun"
        /// The part of the network was shut off.
        case isolated
        /// The danger is over.
        case madeSafe = "made_safe"
    }

    /// By what a repair is confirmed.
    public enum RepairProof: String, Sendable, Hashable, Codable, CaseIterable {
        /// The customer said so.
        case customer
        /// It was measured.
        case measurement
    }

    /// What happened.
    public let kind: Kind
    /// When, by the clock of whoever recorded it first.
    public let occurredAt: Instant
    /// When the archive had it; hours later for a crew without signal.
    public let recordedAt: Instant
    /// The place in the order in which the archive had them, from 1.
    public let sequence: Int
    /// How far the device's clock was found off, when it was.
    public let clockFault: DeviceClockFault?

    /// Describes an event.
    public init(
        _ kind: Kind, occurredAt: Instant, recordedAt: Instant, sequence: Int, clockFault: DeviceClockFault? = nil
    ) {
        self.kind = kind
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.sequence = sequence
        self.clockFault = clockFault
    }

    /// The instant that counts: the device's, put right where its clock was found off, and never later than the arrival of
    /// the event in the archive.
    public var instant: Instant {
        min(clockFault?.corrected(occurredAt) ?? occurredAt, recordedAt)
    }
}

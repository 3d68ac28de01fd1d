/// That a device's clock was off when it handed over what it had recorded.
public struct DeviceClockFault: Sendable, Hashable {
    /// Seconds by which the device was ahead; negative when it was behind.
    public let secondsAhead: Int64

    /// Seconds that a clock may be off without being marked; half a minute is what a telephone without signal loses in weeks,
    /// and a message on its way needs.
    public static let toleratedSeconds: Int64 = 120

    /// Marks a clock that is so many seconds ahead.
    public init(secondsAhead: Int64) { self.secondsAhead = secondsAhead }

    /// Compares a device's clock with the archive's at the moment of handing over; nil when it is right enough.
    public init?(deviceShows device: Instant, archiveShows archive: Instant) {
        let ahead = device.microseconds(since: archive) / 1_000_000
        guard abs(ahead) > Self.toleratedSeconds else { return nil }
        self.init(secondsAhead: ahead)
    }

    /// What the device should have shown.
    public func corrected(_ instant: Instant) -> Instant { instant.adding(seconds: -secondsAhead) }
}

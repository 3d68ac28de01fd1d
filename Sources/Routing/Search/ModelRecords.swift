/// What the search knows of a visit.
struct VisitRecord {
    var location: Int32
    var service: Int32
    /// Hull of its windows; empty (latest before earliest) when it can never be served.
    var earliest: Int32
    var latest: Int32
    var load: Int32
    var firstWindow: Int32
    /// More than one when the hull has gaps.
    var windowCount: Int32
    var due: Int32
    /// The other visit of its pair, or −1.
    var partner: Int32
    var pairRole: PairRole
    var lateCost: Int
    /// What leaving it out costs.
    var penalty: Int
}

/// How a visit hangs on its partner.
enum PairRole {
    case none
    case simultaneous
    case before(gap: Int32)
    case after(gap: Int32)
}

/// One window of a visit.
struct WindowRecord {
    var earliest: Int32
    var latest: Int32
}

/// One break of a crew.
struct BreakRecord {
    var earliest: Int32
    var latest: Int32
    var duration: Int32
}

/// What the search knows of a crew, its committed stops folded into where and when it starts.
struct CrewRecord {
    var startLocation: Int32
    var endLocation: Int32
    /// When it may leave the start location.
    var ready: Int32
    var latestFinish: Int32
    var capacityLeft: Int32
    var visitsLeft: Int32
    /// `never` when there is no limit.
    var maximumDuration: Int32
    var firstBreak: Int32
    var breakCount: Int32
    /// Interchangeable crews have the same.
    var classIndex: Int32
    /// When a crew with committed stops went on duty.
    var onDuty: Int32
    /// Seconds of driving and service in committed stops.
    var busyBefore: Int32
    var shiftLength: Int32
    /// It has committed stops, so it is on the road whatever the search does.
    var isCommitted: Bool
    var kind: RouteKind
    var fixedCost: Int
    var costPerMetre: Int
    var costPerSecond: Int
    var balanceWeight: Int
}

extension UnsafeMutablePointer {
    /// Allocates memory and copies an array of trivial elements into it; the caller deallocates.
    static func copying(_ elements: [Pointee]) -> UnsafeMutablePointer<Pointee> {
        let memory = UnsafeMutablePointer.allocate(capacity: max(1, elements.count))
        elements.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { memory.initialize(from: base, count: elements.count) }
        }
        return memory
    }
}

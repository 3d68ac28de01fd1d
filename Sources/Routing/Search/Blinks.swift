internal import Foundation

/// Overlooks one place in a hundred, at random.
///
/// Counts down to the next blink instead of throwing dice at each place: the gaps are geometrically distributed.
final class Blinks {
    private static let rate = 0.01

    private let state: UnsafeMutablePointer<(random: RandomSource, countdown: Int)>

    init(seed: UInt64) {
        state = .allocate(capacity: 1)
        state.initialize(to: (RandomSource(seed: seed), 0))
        state.pointee.countdown = gap()
    }

    deinit {
        state.deallocate()
    }

    @inline(__always)
    func blink() -> Bool {
        state.pointee.countdown &-= 1
        guard state.pointee.countdown < 0 else { return false }
        state.pointee.countdown = gap()
        return true
    }

    /// Heads or tails.
    func coin() -> Bool {
        state.pointee.random.next() & 1 == 0
    }

    private func gap() -> Int {
        Int(log(1 - state.pointee.random.unit()) / log(1 - Self.rate))
    }
}

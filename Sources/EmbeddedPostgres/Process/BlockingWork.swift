import Foundation

/// Runs `body`, which waits for other programs, on a thread of its own, so that none of Swift's few shared threads stands still.
///
/// Starting a cluster is not cut short by cancellation: half a start is worth less than a whole one.
func onOwnThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: body)) }
    }
}

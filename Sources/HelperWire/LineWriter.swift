import Dispatch
public import Foundation

/// Writes values to a pipe, each as a line of JSON, one after the other whoever writes.
///
/// A pipe keeps pieces apart only up to 4 KiB, and blocks when it is full; so the writing is done on a queue of its own,
/// where neither can mix two lines nor hold up who hands them over.
public final class LineWriter: Sendable {
    private let output: FileHandle
    private let queue = DispatchQueue(label: "gasworks.lines")

    /// A writer to a pipe.
    public init(_ output: FileHandle) { self.output = output }

    /// Writes a value after those handed over before.
    ///
    /// - Parameters:
    ///   - value: what is written.
    ///   - failed: called when the pipe is broken.
    public func write(_ value: some Encodable & Sendable, orElse failed: @escaping @Sendable () -> Void = {}) {
        queue.async { [output] in
            guard let line = try? JSONEncoder().encode(value), (try? output.write(contentsOf: line + [0x0A])) != nil
            else { return failed() }
        }
    }

    /// Writes a value, and comes back when it is written or the pipe is broken.
    public func writeAndWait(_ value: some Encodable & Sendable) async {
        write(value)
        await withCheckedContinuation { written in queue.async { written.resume() } }
    }

    /// Ends the pipe after all that was handed over.
    public func close() { queue.async { [output] in try? output.close() } }
}

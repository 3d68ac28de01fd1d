package import Foundation

/// What a client was told is stored, written down by the client and flushed to the disk before it goes on.
///
/// It is the witness against the database: whatever stands here must be stored there, whoever was killed in between. One line
/// for each acknowledgement; a line that a kill tore in half was never acknowledged to anybody and is not read.
package final class AcknowledgementLedger {
    /// One acknowledged command.
    package struct Entry: Codable, Hashable, Sendable {
        /// The command's id.
        package let command: UUID
        /// The job it closed.
        package let job: String
        /// The answer, as JSON.
        package let answer: String

        package init(command: UUID, job: String, answer: String) {
            (self.command, self.job, self.answer) = (command, job, answer)
        }
    }

    /// The ledger could not be written; the client must not go on.
    package struct Unwritable: Error { package let reason: String }

    private let descriptor: Int32

    /// Opens a ledger to add to it, and cuts off a torn last line.
    package init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Unwritable(reason: String(cString: strerror(errno))) }
        let whole = Self.wholeLines(of: FileManager.default.contents(atPath: path) ?? Data())
        guard ftruncate(descriptor, off_t(whole.count)) == 0 else {
            throw Unwritable(reason: String(cString: strerror(errno)))
        }
    }

    deinit { close(descriptor) }

    /// Adds an acknowledgement; it is on the disk when this returns.
    package func add(_ entry: Entry) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let line = try encoder.encode(entry) + Data("\n".utf8)
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == line.count, fdatasync(descriptor) == 0 else {
            throw Unwritable(reason: String(cString: strerror(errno)))
        }
    }

    /// What the ledger at `path` holds; nothing when there is none yet.
    package static func entries(of path: String) throws -> [Entry] {
        try wholeLines(of: FileManager.default.contents(atPath: path) ?? Data())
            .split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(Entry.self, from: Data($0)) }
    }

    private static func wholeLines(of data: Data) -> Data {
        guard let last = data.lastIndex(of: UInt8(ascii: "\n")) else { return Data() }
        return data[...last]
    }
}

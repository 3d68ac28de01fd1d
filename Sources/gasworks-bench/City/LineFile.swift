import Foundation

/// A text file that is written line by line through a buffer, so that a city of any size needs little memory.
final class LineFile {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private(set) var lines = 0

    /// Makes the file anew and writes its header.
    init(_ url: URL, header: String) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        buffer.reserveCapacity(1 << 20)
        try write(header)
        lines = 0
    }

    /// Writes one line.
    func write(_ line: String) throws {
        buffer.append(contentsOf: line.utf8)
        buffer.append(UInt8(ascii: "\n"))
        lines += 1
        if buffer.count >= 1 << 20 { try flush() }
    }

    /// Writes what is left and closes the file.
    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

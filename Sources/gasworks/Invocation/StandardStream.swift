import Foundation
import GasService
import Presentation

/// Standard output or standard error, written without a buffer of its own.
struct StandardStream: Sendable {
    /// The reader has closed its end.
    struct Closed: Error {}

    static let output = StandardStream(descriptor: STDOUT_FILENO, name: "standard output")
    static let error = StandardStream(descriptor: STDERR_FILENO, name: "standard error")

    private let descriptor: Int32
    private let name: String

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Writes all bytes.
    ///
    /// - Throws: `Closed` when nobody reads any more; `GasworksError.fileUnusable` when the disk is full or broken.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw Closed()
            } else if errno != EINTR {
                throw GasworksError.fileUnusable(path: name, reason: .broken)
            }
        }
    }

    /// Writes a text as UTF-8.
    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Gathers bytes and writes them in chunks.
    func chunked() -> ChunkedWriter { ChunkedWriter { try write($0) } }

    /// Whether a person looks at it.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The terminal's columns; nil when it is none or does not say.
    var width: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

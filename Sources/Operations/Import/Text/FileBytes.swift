package import GasService
import Glibc

/// The bytes of a file, or of standard input when the name is `-`, digested as they are read.
package final class FileBytes {
    private let descriptor: Int32
    private let path: String
    private var sum = SHA256()
    /// The file's size in bytes; nil for a pipe.
    package let size: Int?

    /// Opens a file.
    ///
    /// - Throws: `GasworksError.fileUnusable`.
    package init(path: String) throws(GasworksError) {
        self.path = path
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .fileUnusable(path: path, reason: .missing)
            case EACCES, EPERM: throw .fileUnusable(path: path, reason: .forbidden)
            default: throw .fileUnusable(path: path, reason: .broken)
            }
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw .fileUnusable(path: path, reason: .directory)
        }
        size = facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : nil
    }

    deinit { close(descriptor) }

    /// The whole of a file that is read at once, for what people write by hand: texts, lists, instances.
    ///
    /// - Throws: `GasworksError.fileUnusable`.
    package static func all(path: String) throws -> [UInt8] {
        let file = try FileBytes(path: path)
        var bytes: [UInt8] = []
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// Fills a buffer with the next bytes; 0 at the end.
    ///
    /// - Throws: `GasworksError.fileUnusable` when reading breaks off.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                sum.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                return count
            }
            guard errno == EINTR else { throw GasworksError.fileUnusable(path: path, reason: .broken) }
        }
    }

    /// The SHA-256 of all bytes read so far, in hexadecimal.
    package var digest: String { sum.finish() }
}

import Foundation
import GasService

/// A file that is written piece by piece.
final class OutputFile {
    private let path: String
    private let descriptor: Int32

    /// Makes the file, or empties it.
    ///
    /// - Throws: `GasworksError.fileUnusable`.
    init(_ path: String) throws(GasworksError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            switch errno {
            case EISDIR: throw .fileUnusable(path: path, reason: .directory)
            case ENOENT, ENOTDIR: throw .fileUnusable(path: path, reason: .missing)
            default: throw .fileUnusable(path: path, reason: .forbidden)
            }
        }
    }

    deinit { close(descriptor) }

    /// Writes all bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(GasworksError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw .fileUnusable(path: path, reason: .broken)
            }
        }
    }
}

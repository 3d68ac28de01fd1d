import Foundation

/// A file without a name, gone when it is closed: a pipe that never blocks.
final class ScratchFile {
    let descriptor: Int32

    init(containing text: String = "") throws {
        var template = Array((NSTemporaryDirectory() + "/gasworks-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw EmbeddedPostgresError.toolFailed(tool: "mkstemp", output: String(cString: strerror(errno)))
        }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        if !text.isEmpty {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
            lseek(descriptor, 0, SEEK_SET)
        }
    }

    deinit { close(descriptor) }

    /// Everything written so far; bytes that are not UTF-8 are replaced.
    func contents() -> String {
        lseek(descriptor, 0, SEEK_SET)
        let data = try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd()
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}

import Foundation
import Synchronization

/// An HTTP server on a loopback port that answers as a test tells it, and misbehaves likewise.
///
/// A thread for each connection and plain sockets: what is sent, and when the connection breaks, is decided to the byte.
package final class LoopbackServer: Sendable {
    /// A request as it came in.
    package struct Request: Sendable {
        package let head: String
        package let body: [UInt8]

        /// A header's value.
        package func header(_ name: String) -> String? {
            head.split(separator: "\r\n").dropFirst().lazy.map { $0.split(separator: ":", maxSplits: 1) }
                .first { $0.first?.lowercased() == name.lowercased() }
                .map { String(($0.last ?? "").drop { $0 == " " }) }
        }
    }

    /// What is done with a request.
    package enum Conduct: Sendable {
        /// These bytes are sent, then the connection is closed.
        case send([UInt8])
        /// Each of these pieces after a rest of so many milliseconds, then the connection is closed.
        case trickle([[UInt8]], milliseconds: UInt32)
        /// Nothing, and the connection stays open so long.
        case silence(milliseconds: UInt32)
        /// The connection is closed without a word.
        case drop

        /// An answer with a status and a body.
        package static func answer(_ status: Int, _ body: String = "{}", headers: String = "") -> Conduct {
            let head =
                "HTTP/1.1 \(status) Status\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(headers)\r\n"
            return .send(Array((head + body).utf8))
        }
    }

    /// The address by which it is reached.
    package let port: UInt16
    private let listener: Int32

    /// Starts a server on a free port of 127.0.0.1.
    ///
    /// - Parameter conduct: says what to do with each request; called on the connection's thread.
    /// - Throws: `POSIXError` when there is no port.
    package init(conduct: @escaping @Sendable (Request) -> Conduct) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                bind(listener, general, size) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, general, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        Thread.detachNewThread {
            while true {
                let link = accept(listener, nil, nil)
                guard link >= 0 else { return }
                Thread.detachNewThread { Self.serve(link, conduct) }
            }
        }
    }

    deinit { stop() }

    /// Takes no further connection.
    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(_ link: Int32, _ conduct: @Sendable (Request) -> Conduct) {
        defer { close(link) }
        guard let request = read(from: link) else { return }
        switch conduct(request) {
        case .drop: return
        case .silence(let milliseconds): usleep(milliseconds * 1000)
        case .send(let bytes): send(bytes, to: link)
        case .trickle(let pieces, let milliseconds):
            for piece in pieces {
                usleep(milliseconds * 1000)
                guard send(piece, to: link) else { return }
            }
        }
        // Until the other side has read: a close with bytes unread would reset the connection.
        shutdown(link, Int32(SHUT_WR))
        var rest = [UInt8](repeating: 0, count: 4096)
        while recv(link, &rest, rest.count, 0) > 0 {}
    }

    private static func read(from link: Int32) -> Request? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16_384)
        var end: Int?
        while true {
            if end == nil { end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound }
            if let end {
                let head = String(decoding: bytes[..<end], as: UTF8.self)
                let request = Request(head: head, body: Array(bytes[end...]))
                if request.body.count >= request.header("Content-Length").flatMap({ Int($0) }) ?? 0 { return request }
            }
            let count = recv(link, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    @discardableResult
    private static func send(_ bytes: [UInt8], to link: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(link, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}

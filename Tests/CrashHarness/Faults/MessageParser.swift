/// Cuts a stream of PostgreSQL's protocol (version 3) into messages.
///
/// Source: PostgreSQL 15 documentation, "Frontend/Backend Protocol", 55.7 Message Formats.
struct MessageParser {
    /// A message as it is on the wire; `kind` is nil for the first of a connection, which has no letter.
    struct Message {
        let kind: Character?
        let bytes: [UInt8]

        /// The texts ended by zero bytes from the body's start, as far as there are `count`.
        func texts(_ count: Int) -> [String] {
            bytes.dropFirst(5).split(separator: 0, maxSplits: count, omittingEmptySubsequences: false)
                .prefix(count).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private var pending: [UInt8] = []
    private var awaitsStartup: Bool

    /// - Parameter fromClient: a client's first message has no letter; a server's have one each.
    init(fromClient: Bool) { awaitsStartup = fromClient }

    /// The messages that these bytes complete.
    mutating func messages(adding bytes: ArraySlice<UInt8>) -> [Message] {
        pending += bytes
        var found: [Message] = []
        var start = 0
        while true {
            let letters = awaitsStartup ? 0 : 1
            guard pending.count - start >= letters + 4 else { break }
            let length = pending[(start + letters)..<(start + letters + 4)].reduce(0) { $0 << 8 | Int($1) }
            let end = start + letters + length
            guard length >= 4, pending.count >= end else { break }
            let kind = awaitsStartup ? nil : Character(Unicode.Scalar(pending[start]))
            found.append(Message(kind: kind, bytes: Array(pending[start..<end])))
            awaitsStartup = false
            start = end
        }
        pending.removeFirst(start)
        return found
    }
}

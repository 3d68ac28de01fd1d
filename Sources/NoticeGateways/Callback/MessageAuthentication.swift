import GasService

/// HMAC with SHA-256 (RFC 2104): who has the key has made the message.
package enum MessageAuthentication {
    /// The code of a message, 32 bytes.
    package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? digest(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        return digest(block.map { $0 ^ 0x5c } + digest(block.map { $0 ^ 0x36 } + message))
    }

    /// The SHA-256 of some bytes.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var sum = SHA256()
        bytes.withUnsafeBytes { sum.update($0) }
        return sum.finishedBytes()
    }
}

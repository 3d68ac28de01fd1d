import GasService

/// A notice in words, as a channel needs them.
package struct ComposedNotice: Sendable, Hashable {
    /// The subject of an e-mail; empty for a text message.
    package let heading: String
    /// The text.
    package let body: String

    package init(heading: String, body: String) {
        self.heading = heading
        self.body = body
    }

    /// The SHA-256 of the text in hexadecimal, by which the archive remembers what was said: of the heading, two line
    /// feeds and the body, or of the body alone where there is no heading.
    package var digest: String {
        SHA256.hexadecimal((heading.isEmpty ? body : "\(heading)\n\n\(body)").utf8)
    }
}

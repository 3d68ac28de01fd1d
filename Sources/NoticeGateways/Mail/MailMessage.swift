import Foundation

/// A notice as an e-mail (RFC 5322), ready for the system's mailer.
struct MailMessage: Sendable {
    /// The message, lines ended by LF as mailers read them.
    let text: String

    /// Makes the message; nil when the recipient is no address.
    ///
    /// Its Message-ID is made of the notice's key: a mail system that gets it twice can tell.
    init?(_ notice: OutgoingNotice, from sender: MailAddress) {
        guard let recipient = MailAddress(notice.recipient), recipient.name == nil else { return nil }
        let lines = [
            "From: \(sender.header)", "To: \(recipient.address)", "Subject: \(Self.encodedWords(notice.heading))",
            "Message-ID: <\(notice.key)@\(sender.domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        text = lines.joined(separator: "\n") + "\n" + Self.base64Lines(notice.body) + "\n"
    }

    /// A header's text as encoded words (RFC 2047), each of whole characters and no longer than 75 bytes.
    static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var piece = ""
        func close() {
            if !piece.isEmpty { words.append("=?UTF-8?B?\(Data(piece.utf8).base64EncodedString())?=") }
            piece = ""
        }
        for character in text where !character.isNewline {
            if piece.utf8.count + character.utf8.count > 45 { close() }
            piece.append(character)
        }
        close()
        return words.joined(separator: "\n ")
    }

    /// Base64 in lines of 76 characters.
    private static func base64Lines(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    }
}

/// An e-mail address, with the name before it if there is one: `City Gas <notices@example.org>`.
struct MailAddress: Sendable, Hashable {
    /// The name; nil for a bare address.
    let name: String?
    /// The address itself.
    let address: String

    /// Reads an address; nil when it could not be one, or would break out of its header.
    init?(_ text: String) {
        if let opening = text.lastIndex(of: "<"), text.last == ">" {
            let inner = text[text.index(after: opening)...].dropLast()
            let before = text[..<opening].trimmingCharacters(in: .whitespaces)
            guard !before.contains(where: { $0.isNewline || $0 == "\"" || $0 == "<" }) else { return nil }
            self.init(name: before.isEmpty ? nil : before, address: String(inner))
        } else {
            self.init(name: nil, address: text)
        }
    }

    private init?(name: String?, address: String) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let forbidden = Set("()<>[]:;,\\\"")
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, address.utf8.count <= 254, parts[0].first != "-",
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !address.contains(where: forbidden.contains)
        else { return nil }
        self.name = name
        self.address = address
    }

    /// What stands behind the @.
    var domain: Substring { address.split(separator: "@").last ?? "" }

    /// The address as a header's value.
    var header: String { name.map { "\(MailMessage.encodedWords($0)) <\(address)>" } ?? address }
}

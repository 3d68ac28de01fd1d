import Foundation
import GasService
import HelperWire

/// By what a gateway proves that a callback is its own.
enum CallbackLock: Sendable {
    /// A header holds a secret that both know.
    case secret(header: String, value: String)
    /// A header holds the body's HMAC-SHA256 under a key that both know, in hexadecimal or base64, after a prefix if any.
    case signature(header: String, key: [UInt8], prefix: String)

    /// Reads the locks of a `callback` part, all of which must open.
    ///
    /// - Throws: `GasworksError.badGateway`; also when there is none.
    static func all(in section: GatewaySection) throws(GasworksError) -> [CallbackLock] {
        var locks: [CallbackLock] = []
        if let part = section.part("secret") {
            locks.append(.secret(header: try name(in: part), value: try secret("value", in: part)))
        }
        if let part = section.part("signature") {
            locks.append(
                .signature(
                    header: try name(in: part), key: Array(try secret("key", in: part).utf8),
                    prefix: try part.text("prefix") ?? ""))
        }
        guard !locks.isEmpty else { throw section.wrong("secret", "callback_lock") }
        return locks
    }

    /// Whether a request opens the lock.
    ///
    /// A header that came twice opens none. How much of a guess was right cannot be told from the time: digests are compared,
    /// all of them to the end.
    func opens(to request: CallbackRequest) -> Bool {
        switch self {
        case .secret(let header, let value):
            guard let given = request.headers[header], given.count == 1 else { return false }
            return Self.isSame(Array(given[0].utf8), Array(value.utf8))
        case .signature(let header, let key, let prefix):
            guard let given = request.headers[header], given.count == 1, given[0].hasPrefix(prefix) else {
                return false
            }
            let signature = MessageAuthentication.code(of: Array(request.body), key: key)
            let text = String(given[0].dropFirst(prefix.count))
            let hexadecimal = signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let isHexadecimal = Self.isSame(Array(text.lowercased().utf8), Array(hexadecimal.utf8))
            let isBase64 = Self.isSame(Array(text.utf8), Array(Data(signature).base64EncodedString().utf8))
            return isHexadecimal || isBase64
        }
    }

    private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        zip(MessageAuthentication.digest(left), MessageAuthentication.digest(right)).reduce(UInt8(0)) {
            $0 | ($1.0 ^ $1.1)
        } == 0
    }

    private static func name(in part: GatewaySection) throws(GasworksError) -> String {
        guard let name = try part.text("header"), !name.isEmpty,
            name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") })
        else { throw part.wrong("header", "header_text") }
        return name.lowercased()
    }

    /// A secret long enough that nobody guesses it.
    private static func secret(_ member: String, in part: GatewaySection) throws(GasworksError) -> String {
        guard let value = try part.text(member), value.utf8.count >= 16 else { throw part.wrong(member, "long_secret") }
        return value
    }
}

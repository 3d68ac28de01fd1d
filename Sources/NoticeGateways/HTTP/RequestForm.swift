import Foundation
import GasService

/// How a gateway wants to be asked: method, address, headers and body, each with its placeholders.
struct RequestForm: Sendable, Hashable {
    private enum Body: Sendable, Hashable {
        case json(GatewayJSON)
        case form([Field])
    }

    private struct Field: Sendable, Hashable {
        let name: String
        let value: PlaceholderText
    }

    private let method: String
    private let url: PlaceholderText
    private let headers: [Field]
    private let body: Body
    private let limit: Int

    /// Reads the form from a gateway's configuration.
    ///
    /// - Throws: `GasworksError.badGateway`; also when the request would not carry the idempotency key or the recipient.
    init(_ section: GatewaySection) throws(GasworksError) {
        method = try section.text("method") ?? "POST"
        guard ["POST", "PUT"].contains(method) else { throw section.wrong("method", "http_method") }
        guard let address = try section.text("url"), address.hasPrefix("https://") || address.hasPrefix("http://"),
            let url = PlaceholderText(address, allowing: [.key, .notice])
        else { throw section.wrong("url", "gateway_url") }
        self.url = url
        headers = try Self.fields("headers", of: section, allowing: [.key, .notice])
        body = try Self.body(of: section)
        limit = try section.seconds("timeout_seconds", standard: 20)
        let inBody = Self.placeholders(in: body)
        let elsewhere = headers.reduce(url.placeholders) { $0.union($1.value.placeholders) }
        guard inBody.union(elsewhere).contains(.key) else { throw section.wrong("headers", "key_in_request") }
        guard inBody.contains(.to) else { throw section.wrong("body", "to_in_request") }
    }

    /// The request for one notice.
    func request(for notice: OutgoingNotice) throws -> HTTPRequest {
        let content: Data
        let type: String
        switch body {
        case .json(let value):
            content = try value.mapTexts { PlaceholderText($0)?.text(for: notice) ?? $0 }.text()
            type = "application/json; charset=utf-8"
        case .form(let fields):
            let pairs = fields.map {
                "\(Self.formEncoded($0.name))=\($0.value.text(for: notice, encoding: Self.formEncoded))"
            }
            content = Data(pairs.joined(separator: "&").utf8)
            type = "application/x-www-form-urlencoded"
        }
        return HTTPRequest(
            method: method, url: url.text(for: notice, encoding: Self.formEncoded),
            headers: [HTTPRequest.Header(name: "Content-Type", value: type)]
                + headers.map { HTTPRequest.Header(name: $0.name, value: $0.value.text(for: notice)) },
            body: content, limit: limit)
    }

    // MARK: - Reading

    private static func body(of section: GatewaySection) throws(GasworksError) -> Body {
        switch (section.value.value(at: "json"), section.value.value(at: "form")) {
        case (let json?, nil):
            let value = try json.mapTexts { (text) throws(GasworksError) in try section.expanded(text, "json") }
            guard value.texts.allSatisfy({ PlaceholderText($0) != nil }) else {
                throw section.wrong("json", "known_placeholder")
            }
            return .json(value)
        case (nil, .object?):
            return .form(try fields("form", of: section, allowing: Set(PlaceholderText.Placeholder.allCases)))
        default: throw section.wrong("json", "json_or_form")
        }
    }

    /// The members of an object as fields; a header may hold no line break, which would begin another one.
    private static func fields(
        _ member: String, of section: GatewaySection, allowing allowed: Set<PlaceholderText.Placeholder>
    ) throws(GasworksError) -> [Field] {
        guard case .object(let members) = section.value.value(at: member) ?? .object([:]) else {
            throw section.wrong(member, "json_object")
        }
        var fields: [Field] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let scalar = value.scalar, !name.isEmpty, !(name + scalar).contains(where: \.isNewline) else {
                throw section.wrong("\(member).\(name)", "header_text")
            }
            guard let text = PlaceholderText(try section.expanded(scalar, "\(member).\(name)"), allowing: allowed)
            else {
                throw section.wrong("\(member).\(name)", "known_placeholder")
            }
            fields.append(Field(name: name, value: text))
        }
        return fields
    }

    private static func placeholders(in body: Body) -> Set<PlaceholderText.Placeholder> {
        switch body {
        case .json(let value): Set(value.texts.flatMap { PlaceholderText($0)?.placeholders ?? [] })
        case .form(let fields): Set(fields.flatMap(\.value.placeholders))
        }
    }

    /// Percent-encoding that leaves only RFC 3986's unreserved characters as they are.
    private static func formEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCIILetter || "0123456789-._~".unicodeScalars.contains(scalar)
            return isPlain
                ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

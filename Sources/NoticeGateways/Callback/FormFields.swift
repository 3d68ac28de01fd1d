import Foundation

/// The fields of a form as HTML sends them (`application/x-www-form-urlencoded`, WHATWG URL standard, section 5.1).
enum FormFields {
    /// Reads the fields; of a field that comes twice, the last counts.
    ///
    /// Nil when the text is no UTF-8 or badly encoded.
    static func read(_ body: Data) -> GatewayJSON? {
        guard let text = String(data: body, encoding: .utf8) else { return nil }
        var fields: [String: GatewayJSON] = [:]
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0]), let value = decoded(halves.count > 1 ? halves[1] : "") else {
                return nil
            }
            fields[name] = .text(value)
        }
        return fields.isEmpty ? nil : .object(fields)
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

/// A gateway's own name for a message, as it is kept with the notice.
///
/// Gateways make them of digits, letters and signs. A control character would be refused by the database, or break a line
/// of a log, so that one answer could hold up every other.
package struct GatewayReference: Sendable, Hashable {
    /// The name.
    package let text: String

    /// Reads a name; nil for one that is empty, longer than 200 bytes, or has a control character in it.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 200,
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }
}

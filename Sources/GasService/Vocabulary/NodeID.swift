/// The code of a node of the supply network: gate station, regulator, main or riser.
public struct NodeID: ServiceIdentifier {
    /// The most characters such a code may have.
    public static let longest = 64
    /// The code as it is written.
    public let text: String

    /// Reads a code; nil when it breaks the alphabet of `ServiceIdentifier`.
    public init?(_ text: String) {
        guard Self.accepts(text) else { return nil }
        self.text = text
    }
}

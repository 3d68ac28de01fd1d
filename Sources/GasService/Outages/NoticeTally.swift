/// What a delivery did: notices by what came of them.
public struct NoticeTally: Sendable, Hashable, Encodable {
    /// Taken by gateways; receipts will tell whether they arrived.
    public var sent = 0
    /// Delivered, as gateways say.
    public var confirmed = 0
    /// To be tried again.
    public var requeued = 0
    /// Their channel was given up.
    public var failed = 0
    /// Another worker had them meanwhile.
    public var stale = 0

    /// Nothing yet.
    public init() {}
}

import ArgumentParser

/// Where to listen: `127.0.0.1:8087`, `[::1]:8087`; port 0 takes one that is free.
struct ListeningAddress: ExpressibleByArgument, Sendable {
    let host: String
    let port: Int

    /// This machine alone: a reverse proxy in front brings TLS.
    static let standard = ListeningAddress(host: "127.0.0.1", port: 8087)

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), let port = UInt16(argument[argument.index(after: colon)...])
        else { return nil }
        let host = argument[..<colon]
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host
        guard !bare.isEmpty, bare.count == host.count - 2 || !bare.contains(":") else { return nil }
        self.init(host: String(bare), port: Int(port))
    }

    var defaultValueDescription: String { "\(host):\(port)" }
}

internal import CLibPQ

/// Where and how to connect: libpq's connection parameters, and this client's own times.
public struct PostgresConfiguration: Sendable {
    /// libpq's keywords and values, in the order given.
    private(set) var parameters: [(keyword: String, value: String)]

    /// How long connecting may take, name resolution excluded.
    public var connectTimeout: Duration = .seconds(10)
    /// How long a statement may take before this client cancels it; nil for no limit.
    public var statementTimeout: Duration?
    /// How many prepared statements a connection keeps; the one unused longest goes first.
    public var statementCacheSize = 128

    /// Reads a connection URL (`postgresql://user@host:port/database?sslmode=verify-full`, with `host=/directory` as
    /// a parameter for a Unix socket) or libpq's `keyword=value` form.
    ///
    /// - Throws: ``PostgresError/invalidConfiguration(_:)``; the message never quotes the URL, which may hold a password.
    public init(url: String) throws(PostgresError) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            // libpq's message quotes what it could not read, so it isn't passed on.
            PQfreemem(message)
            throw .invalidConfiguration("the connection URL cannot be read")
        }
        defer { PQconninfoFree(options) }
        parameters = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                parameters.append((String(cString: keyword), String(cString: value)))
            }
            option += 1
        }
    }

    /// Connects by parts; what is nil is left to libpq (its environment variables, then its defaults).
    ///
    /// `host` is a name, an address, or the directory of a Unix socket.
    public init(
        host: String? = nil, port: Int? = nil, user: String? = nil, password: String? = nil, database: String? = nil
    ) {
        let given: [(String, String?)] = [
            ("host", host), ("port", port.map(String.init)), ("user", user), ("password", password),
            ("dbname", database),
        ]
        parameters = given.compactMap { keyword, value in value.map { (keyword, $0) } }
    }

    /// The value of one of libpq's connection parameters, such as `application_name` or `sslmode`.
    public subscript(keyword: String) -> String? {
        get { parameters.last { $0.keyword == keyword }?.value }
        set {
            parameters.removeAll { $0.keyword == keyword }
            if let newValue { parameters.append((keyword, newValue)) }
        }
    }

    /// Sets a run-time parameter of the server for every session, as `SET` would.
    public mutating func setSessionDefault(_ name: String, to value: String) {
        let escaped = value.reduce(into: "") { text, character in
            if character == " " || character == "\\" { text += "\\" }
            text.append(character)
        }
        let options = self["options"].map { $0 + " " } ?? ""
        self["options"] = options + "-c \(name)=\(escaped)"
    }

    /// The database's name, if given.
    public var database: String? {
        get { self["dbname"] }
        set { self["dbname"] = newValue }
    }

    /// The user's name, if given.
    public var user: String? {
        get { self["user"] }
        set { self["user"] = newValue }
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Host, port, database and user; never a password.
    public var description: String {
        let host = self["host"] ?? self["hostaddr"] ?? "default host"
        let port = self["port"].map { ":\($0)" } ?? ""
        let database = self["dbname"].map { ", database \($0)" } ?? ""
        let user = self["user"].map { ", user \($0)" } ?? ""
        return host + port + database + user
    }

    /// As `description`: a debugger's log must not hold passwords either.
    public var debugDescription: String { description }

    /// No children: `dump` must not show passwords either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

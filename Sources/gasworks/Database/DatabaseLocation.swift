import EmbeddedPostgres

/// Where the database is: on a server that was named, or in the embedded cluster.
enum DatabaseLocation: Sendable, Equatable {
    case server(url: String)
    case embedded(ClusterHome)

    /// The URL given, else `GASWORKS_DATABASE_URL`, else the embedded cluster in `GASWORKS_HOME`.
    init(url: String?, environment: [String: String]) {
        if let url = url ?? environment["GASWORKS_DATABASE_URL"], !url.isEmpty {
            self = .server(url: url)
        } else {
            self = .embedded(.standard(environment: environment))
        }
    }

    /// The URL by which to connect; starts the embedded cluster when it is down, and makes it when there is none.
    ///
    /// - Parameter role: whom the connection speaks as in the embedded cluster; a named server's URL says that itself.
    /// - Returns: a URL for libpq; it may hold a password, so it is never shown.
    /// - Throws: `EmbeddedPostgresError` when the cluster cannot be made or started.
    func connectionURL(role: ClusterRole = .administrator) async throws -> String {
        switch self {
        case .server(let url): return url
        case .embedded(let home):
            let cluster = try EmbeddedCluster(home: home)
            try await cluster.ensureStarted()
            return cluster.connectionURL(role: role)
        }
    }
}

extension DatabaseLocation {
    /// A URL that may be shown: its password is left out, in the user part and among the parameters.
    static func withoutPassword(_ url: String) -> String {
        url.replacing(#/^(\w+:\/\/[^:@\/]*):[^@\/]*@/#) { "\($0.output.1)@" }
            .replacing(#/([?&](?:password|sslpassword)=)[^&]*/#) { "\($0.output.1)***" }
    }
}

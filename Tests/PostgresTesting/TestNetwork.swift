import EmbeddedPostgres
import Foundation

/// A test cluster's TCP address on 127.0.0.1, with TLS and password logins (SCRAM).
package struct TestNetwork: Sendable {
    /// What a test asks for.
    package struct Request: Sendable {
        /// The users to make, with their passwords; each may only come in by SCRAM-SHA-256.
        package var users: [String: String]
        /// Whether the server offers TLS, with a certificate for `localhost` and 127.0.0.1 signed by itself.
        package var offersTLS: Bool
        /// Whether it turns away who does not use TLS.
        package var requiresTLS: Bool

        package init(users: [String: String], offersTLS: Bool = true, requiresTLS: Bool = false) {
            self.users = users
            self.offersTLS = offersTLS
            self.requiresTLS = requiresTLS
        }
    }

    /// The port on 127.0.0.1, free when the cluster was made.
    package let port: Int
    /// The certificate a client can trust (`sslrootcert`); it exists only if TLS is offered.
    package let certificateFile: String

    private let keyFile: String
    private let request: Request

    init(_ request: Request, home: ClusterHome) throws {
        self.request = request
        port = try Self.freePort()
        certificateFile = home.path + "/server.crt"
        keyFile = home.path + "/postgres/server.key"
    }

    /// The URL over TCP for `user`, with the password it was made with.
    ///
    /// - Parameters:
    ///   - user: one of the users asked for, or somebody to be turned away.
    ///   - password: another password than the user's own.
    ///   - host: `localhost` or `127.0.0.1`; the certificate is good for both.
    ///   - database: the database's name.
    ///   - parameters: further parameters for libpq, such as `sslmode=verify-full`.
    /// - Returns: the URL.
    package func connectionURL(
        user: String, password: String? = nil, host: String = "127.0.0.1", database: String = "gasworks",
        parameters: [String: String] = [:]
    ) -> String {
        let secret = password ?? request.users[user] ?? ""
        let query = parameters.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(Self.escaped($0.value))" }.joined(separator: "&")
        return "postgresql://\(Self.escaped(user)):\(Self.escaped(secret))@\(host):\(port)/\(Self.escaped(database))"
            + (query.isEmpty ? "" : "?\(query)")
    }

    func configure(_ settings: inout ClusterSettings) {
        let kind = request.requiresTLS ? "hostssl" : "host"
        settings.network = ClusterSettings.Network(
            address: "127.0.0.1", port: port, accessRules: ["\(kind) all all 127.0.0.1/32 scram-sha-256"])
        settings.further.append("password_encryption = 'scram-sha-256'")
        if request.offersTLS {
            settings.further += ["ssl = on", "ssl_cert_file = '\(certificateFile)'", "ssl_key_file = '\(keyFile)'"]
        }
    }

    /// Makes the certificate.
    ///
    /// The key is handed to the cluster's account: the server refuses one that others can read.
    func provideCertificate(for cluster: EmbeddedCluster) async throws {
        guard request.offersTLS else { return }
        let made = try ChildProcess.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "30",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", keyFile,
            "-out",
            certificateFile,
        ])
        guard made.exitStatus == 0, chmod(keyFile, 0o600) == 0, chmod(certificateFile, 0o644) == 0 else {
            throw EmbeddedPostgresError.toolFailed(tool: "openssl", output: made.message)
        }
        chown(keyFile, cluster.account.userID, cluster.account.groupID)
    }

    func createUsers(in cluster: EmbeddedCluster) async throws {
        let statements = request.users.map { user, password in
            "CREATE ROLE \"\(user)\" LOGIN PASSWORD '\(password.replacingOccurrences(of: "'", with: "''"))';"
        }
        try await cluster.run(
            "psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname=gasworks"],
            input: statements.joined(separator: "\n"))
    }

    /// A port that the kernel says is free now.
    private static func freePort() throws -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, size) != 0 || getsockname(listener, generic, &size) != 0
            }
        }
        guard !failed else {
            throw EmbeddedPostgresError.toolFailed(tool: "bind", output: String(cString: strerror(errno)))
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func escaped(_ text: String) -> String {
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text
    }
}

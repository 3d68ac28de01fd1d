import PostgresTesting
import Testing

@testable import PostgresClient

struct ConnectingTests {
    @Test func `over TCP with TLS and SCRAM, with the certificate checked to the host's name`() async throws {
        let cluster = try await TemporaryCluster.start(
            network: TestNetwork.Request(users: ["anna": "correct horse/battery@staple"], requiresTLS: true))
        let network = try #require(cluster.network)
        let trust = ["sslmode": "verify-full", "sslrootcert": network.certificateFile]
        let settings = try PostgresConfiguration(
            url: network.connectionURL(user: "anna", host: "localhost", parameters: trust))
        try await withConnection(settings) { connection in
            let (encrypted, name) = try await connection.queryOne(
                "SELECT ssl, current_user::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                as: (Bool.self, String.self))
            #expect(encrypted && name == "anna")
            // A cancel request travels by a connection of its own.
            let slow = await postgresError {
                try await connection.query("SELECT pg_sleep(60)", timeout: .milliseconds(20))
            }
            guard case .timeout = slow else {
                Issue.record("\(String(describing: slow))")
                return
            }
            try await connection.execute("CREATE TEMP TABLE wide (t text)")
            let text = String(repeating: "0123456789", count: 100_000)
            let stored = try await connection.copyIn(into: "wide", columns: ["t"], format: .binary) { writer in
                for _ in 0..<20 { try await writer.write(row: text) }
            }
            #expect(stored == 20)
            let back = try await connection.query("SELECT t FROM wide", as: String.self)
            #expect(back.allSatisfy { $0 == text })
        }

        let wrong = try PostgresConfiguration(
            url: network.connectionURL(user: "anna", password: "hunter2", parameters: trust))
        let refused = await postgresError { try await PostgresConnection.connect(wrong) }
        guard case .connectionFailed(let failure) = try #require(refused) else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(failure.reason.contains("password authentication failed"))
        #expect(!String(reflecting: refused).contains("hunter2"))

        let plain = try PostgresConfiguration(
            url: network.connectionURL(user: "anna", parameters: ["sslmode": "disable"]))
        #expect(await postgresError { try await PostgresConnection.connect(plain) } != nil)
        let stranger = try PostgresConfiguration(
            url: network.connectionURL(user: "anna", parameters: ["sslmode": "verify-full"]))
        #expect(await postgresError { try await PostgresConnection.connect(stranger) } != nil)
        cluster.remove()
    }

    @Test func `no description shows a password`() throws {
        let settings = try PostgresConfiguration(url: "postgresql://u:s3cret@h:5/d?sslpassword=s3cret")
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] { #expect(!text.contains("s3cret")) }
        #expect("\(settings)" == "h:5, database d, user u")
    }

    @Test func `a URL that cannot be read is refused without being quoted`() {
        for url in ["postgresql://u:s3cret@[::1/d", "postgresql://u:s3cret@h/d?nonsense=1", "host='s3cret"] {
            do throws(PostgresError) {
                _ = try PostgresConfiguration(url: url)
                Issue.record("accepted")
            } catch {
                #expect(!String(reflecting: error).contains("s3cret"))
            }
        }
    }

    @Test func `a server that does not answer is given up in time`() async throws {
        let silent = try SilentServer()
        var settings = PostgresConfiguration(host: "127.0.0.1", port: silent.port, database: "x")
        settings.connectTimeout = .milliseconds(100)
        let error = await postgresError { try await PostgresConnection.connect(settings) }
        guard case .connectionFailed(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.timedOut)
    }

    @Test func `connecting can be cancelled`() async throws {
        let silent = try SilentServer()
        let settings = PostgresConfiguration(host: "127.0.0.1", port: silent.port, database: "x")
        let task = Task { try await PostgresConnection.connect(settings) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        let error = await postgresError { try await task.value }
        guard case .cancelled = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `where no server is, the error names the place`() async throws {
        let settings = try PostgresConfiguration(url: "postgresql:///gas?host=/nowhere/at/all&user=anna")
        let error = try #require(await postgresError { try await PostgresConnection.connect(settings) })
        #expect("\(error)".contains("/nowhere/at/all") && error.isOutOfReach)
    }
}

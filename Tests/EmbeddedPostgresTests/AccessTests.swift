import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

/// Who may speak to a cluster, and as whom.
@Suite(.serialized) struct AccessTests {
    @Test(arguments: ClusterRole.allCases.filter { $0 != .superuser })
    func `the caller may speak as the owner and as every application role`(role: ClusterRole) async throws {
        let cluster = try await SharedCluster.running
        let said = try psql(["psql", cluster.connectionURL(role: role), "-XAtc", "SELECT session_user"])
        #expect(said.exitStatus == 0, "\(said.errors)")
        #expect(said.output == role.rawValue + "\n")
    }

    @Test func `no role that people speak as is a superuser or may override what each row says`() async throws {
        let cluster = try await SharedCluster.running
        let mighty = try await cluster.sql(
            "SELECT string_agg(rolname, ',') FROM pg_roles WHERE rolcanlogin AND (rolsuper OR rolbypassrls OR rolreplication)"
        )
        #expect(mighty == "postgres")
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func `another account of the machine cannot connect, nor even see the socket`() async throws {
        let cluster = try await SharedCluster.running
        for role in ClusterRole.allCases {
            let said = try psql(
                ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "psql"]
                    + [cluster.connectionURL(role: role), "-XAtc", "SELECT 1"])
            #expect(said.exitStatus != 0)
            #expect(said.errors.contains("Permission denied"), "\(said.errors)")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func `an account that reached the socket would be turned away all the same`() async throws {
        let temporary = try await TemporaryCluster.start()
        let directory = temporary.embedded.socketDirectory
        try await temporary.sql("ALTER SYSTEM SET unix_socket_permissions = '0777'")
        try await temporary.restart()
        chmod(directory, 0o755)
        chmod((directory as NSString).deletingLastPathComponent, 0o755)
        for role in ClusterRole.allCases {
            let said = try psql(
                ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "psql"]
                    + [temporary.connectionURL(role: role), "-XAtc", "SELECT 1"])
            #expect(said.exitStatus != 0)
            #expect(said.errors.contains("Peer authentication failed"), "\(said.errors)")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "asks for root's cluster"))
    func `root's server runs under an unprivileged account, and root is no superuser in it`() async throws {
        let cluster = try await SharedCluster.running
        guard case .running(let process, _) = cluster.embedded.status() else {
            Issue.record("the server is not running")
            return
        }
        let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(process)")[.ownerAccountID] as? NSNumber
        #expect(owner?.uint32Value == cluster.embedded.account.userID)
        #expect(owner?.uint32Value != 0)
        let said = try psql(["psql", cluster.connectionURL(role: .superuser), "-XAtc", "SELECT 1"])
        #expect(said.errors.contains("Peer authentication failed"), "\(said.errors)")
    }

    @Test(.enabled(if: geteuid() == 0, "root's home is closed to the server's account"))
    func `a home that the server's account cannot reach is refused, with the folder that is in the way`() async throws {
        let closed = "/tmp/gw-closed-\(UInt32.random(in: .min ... .max))"
        mkdir(closed, 0o700)
        defer { try? FileManager.default.removeItem(atPath: closed) }
        let cluster = try EmbeddedCluster(home: ClusterHome(closed + "/inner"), settings: .small)
        await #expect(
            throws: EmbeddedPostgresError.homeNotTraversable(
                home: closed + "/inner", obstacle: closed, account: cluster.account.name)
        ) { try await cluster.ensureStarted() }
    }

    @Test func `a cluster in a deep home listens in a short folder that is as private`() async throws {
        let scratch = try ScratchCluster(folder: "/" + String(repeating: "deep/", count: 30) + "home")
        let socket = scratch.cluster.socketDirectory
        defer {
            scratch.remove()
            try? FileManager.default.removeItem(atPath: socket)
        }
        // Somebody else was here first: a folder that others can enter is not used.
        mkdir(socket, 0o777)
        chmod(socket, 0o777)
        await #expect(throws: EmbeddedPostgresError.socketDirectoryNotOurs(path: socket)) {
            try await scratch.cluster.ensureStarted()
        }
        rmdir(socket)

        try await scratch.cluster.ensureStarted()
        let said = try psql(["psql", scratch.cluster.connectionURL(role: .crew), "-XAtc", "SELECT 1"])
        #expect(said.output == "1\n", "\(said.errors)")
        let permissions = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? NSNumber
        #expect(permissions?.intValue == 0o700)
        #expect(try await scratch.cluster.stop())
    }

    private func psql(_ command: [String]) throws -> ChildProcess.Result {
        try ChildProcess.run(command)
    }
}

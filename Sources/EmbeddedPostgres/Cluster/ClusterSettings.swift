/// How much of the machine a cluster takes, and what it promises about a commit.
///
/// What keeps strangers out and data safe is not here: it is the same for every cluster (see `ConfigurationFiles`).
package struct ClusterSettings: Equatable, Sendable {
    /// The number in the socket's name; nothing listens on a network port unless `networkAddress` says so.
    static let port = 5432

    /// Memory for the server's own cache, in MiB.
    package var sharedBuffers: Int
    /// Memory one sort or hash may take before it goes to disk, in MiB.
    package var workMemory: Int
    /// Memory for making an index or a vacuum, in MiB.
    package var maintenanceMemory: Int
    /// What the planner believes the operating system caches, in MiB.
    package var effectiveCache: Int
    /// Connections at once.
    package var maxConnections: Int
    /// Write-ahead log between two checkpoints, in MiB.
    package var maxWriteAheadLog: Int
    /// Whether a commit waits for the disk; false only where losing data with the machine's power is no loss: in tests.
    package var waitsForDisk: Bool
    /// The port and address for connections over TCP, for tests of the client; nil, no network at all, for everybody else.
    package var network: Network?
    /// Further lines of configuration, `name = value`; they win over those above.
    package var further: [String]

    /// A listening address, for tests of the client.
    package struct Network: Equatable, Sendable {
        /// The address to listen on, such as 127.0.0.1.
        package let address: String
        /// The TCP port, which is then also the number in the socket's name.
        package let port: Int
        /// Lines for pg_hba.conf that say who may come this way.
        package let accessRules: [String]

        package init(address: String, port: Int, accessRules: [String]) {
            self.address = address
            self.port = port
            self.accessRules = accessRules
        }
    }

    /// Settings for a machine with this much memory, which the database shares with the programs that plan.
    ///
    /// An eighth of the memory for the cache rather than the customary quarter, because the operating system's own cache serves
    /// what does not fit, while a planner that swaps serves nobody.
    package static func sized(forMemoryInMiB memory: Int) -> ClusterSettings {
        ClusterSettings(
            sharedBuffers: min(max(memory / 8, 64), 2_048),
            workMemory: min(max(memory / 512, 4), 64),
            maintenanceMemory: min(max(memory / 32, 64), 512),
            effectiveCache: max(memory / 2, 128),
            maxConnections: 100, maxWriteAheadLog: 2_048, waitsForDisk: true, network: nil, further: [])
    }

    /// Settings for this machine.
    package static func forThisMachine() -> ClusterSettings {
        sized(forMemoryInMiB: availableMemoryInMiB())
    }

    /// The least that tests need; durable all the same.
    package static let small = ClusterSettings(
        sharedBuffers: 32, workMemory: 4, maintenanceMemory: 32, effectiveCache: 256, maxConnections: 100,
        maxWriteAheadLog: 256, waitsForDisk: true, network: nil, further: [])

    /// The number in the socket's name and of the TCP port, if there is one.
    var portNumber: Int { network?.port ?? Self.port }
}

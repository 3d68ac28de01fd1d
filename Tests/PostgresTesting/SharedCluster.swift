import EmbeddedPostgres

/// The one cluster that all suites of this process put their databases on; made when the first asks for it.
package enum SharedCluster {
    /// The cluster, running.
    package static var running: TemporaryCluster {
        get async throws { try await starting.value }
    }

    /// Does not wait for the disk.
    ///
    /// Its databases do not outlive the process, and the tests are faster for it. What a crash leaves is tested on clusters of
    /// their own, which wait.
    private static let starting = Task {
        var settings = ClusterSettings.small
        settings.waitsForDisk = false
        settings.sharedBuffers = 128
        // All suites run at once, each test with connections of its own.
        settings.maxConnections = 400
        return try await TemporaryCluster.start(settings: settings)
    }
}

package import Foundation

/// What a cluster is doing.
package enum ClusterStatus: Equatable, Sendable {
    /// There are no data yet.
    case notInitialized
    /// There are data, and no server.
    case stopped
    /// The server is up but takes no connections: it is starting, recovering from a crash, or stopping.
    case changing(processID: Int32)
    /// The server takes connections.
    case running(processID: Int32, since: Date)
}

/// How much courtesy a stop shows to those who are connected; PostgreSQL's own three modes.
package enum StopMode: String, Sendable {
    /// Waits until everybody has left.
    case smart
    /// Ends all sessions; what they had not committed is undone.
    case fast
    /// Ends at once; the next start repairs as after a crash. Nothing committed is lost.
    case immediate
}

/// What `ensureStarted` found to do.
package enum StartOutcome: Sendable, Equatable {
    case wasRunning
    case started
    case initializedAndStarted
}

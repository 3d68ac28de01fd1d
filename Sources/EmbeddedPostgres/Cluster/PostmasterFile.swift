import Foundation

/// What the running server writes about itself in `postmaster.pid`.
struct PostmasterFile: Equatable {
    /// The phases the server goes through, in its own words.
    enum Phase: String {
        case starting, ready, stopping, standby
    }

    let processID: pid_t
    let startedAt: Date
    let phase: Phase

    /// Reads the file of the cluster in `home`; nil when there is none, or it is only half written.
    init?(home: ClusterHome) {
        guard let text = try? String(contentsOfFile: home.dataDirectory + "/postmaster.pid", encoding: .utf8) else {
            return nil
        }
        self.init(text)
    }

    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.count >= 3, let process = pid_t(lines[0]), let seconds = TimeInterval(lines[2]) else { return nil }
        processID = process
        startedAt = Date(timeIntervalSince1970: seconds)
        // The phase is the eighth line, and the last to be written.
        phase = lines.count >= 8 ? Phase(rawValue: lines[7]) ?? .starting : .starting
    }
}

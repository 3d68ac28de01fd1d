internal import CLibPQ
internal import Logging

/// Takes the server's notices and warnings to the log instead of libpq's default, standard error.
final class NoticeSink {
    private let logger: Logger
    /// Why the server ended the session, when it said so while no statement was running.
    private(set) var farewell: ServerError?

    init(logger: Logger) {
        self.logger = logger
    }

    func receive(_ result: OpaquePointer) {
        let notice = ServerError(result: result, sql: nil)
        if notice.severity == "FATAL" || notice.severity == "PANIC" { farewell = notice }
        logger.log(
            level: level(of: notice.severity), "\(notice.message)",
            metadata: ["sqlstate": "\(notice.sqlState)", "severity": "\(notice.severity)"])
    }

    private func level(of severity: String) -> Logger.Level {
        switch severity {
        case "WARNING": .warning
        case "NOTICE": .info
        case "DEBUG": .trace
        default: .debug
        }
    }
}

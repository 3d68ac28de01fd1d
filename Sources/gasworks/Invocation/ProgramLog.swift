import Logging

/// The log of this program: on standard error, and quiet unless something is wrong.
enum ProgramLog {
    /// Sets the log up, once; `GASWORKS_LOG` names a lower level, such as `debug`.
    static func start(environment: [String: String]) {
        let level = environment["GASWORKS_LOG"].flatMap(Logger.Level.init(rawValue:)) ?? .warning
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }
}

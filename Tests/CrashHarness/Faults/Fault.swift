/// A named point at which something breaks: which message, how far it had come, and what breaks.
package struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The message that the fault waits for.
    package enum Message: String, CaseIterable, Sendable {
        /// The statement that does the work.
        case command
        /// The COMMIT that makes it last.
        case commit
    }

    /// How far the message and its answer have come when the fault strikes.
    package enum Moment: String, CaseIterable, Sendable {
        /// The client has sent it, the server has not seen it.
        case unsent
        /// The server has it, and is at work.
        case sent
        /// The server has answered, the client has not heard.
        case answered
        /// The client has heard half of the answer.
        case torn
        /// The client has heard the answer, and is about to write it down.
        case delivered
    }

    /// What breaks.
    package enum Blow: String, CaseIterable, Sendable {
        /// The connection.
        case cutLink
        /// The session: SIGTERM, as `pg_terminate_backend` sends.
        case endSession
        /// The session's process (SIGKILL), upon which the server ends all sessions and recovers by itself.
        case killBackend
        /// The whole server: SIGKILL to every process at once, as when the machine loses power.
        case killServer
        /// The client (SIGKILL).
        case killClient
    }

    package let message: Message
    package let moment: Moment
    package let blow: Blow

    package init(_ message: Message, _ moment: Moment, _ blow: Blow) {
        (self.message, self.moment, self.blow) = (message, moment, blow)
    }

    /// Every named point there is.
    package static let all = Message.allCases.flatMap { message in
        Moment.allCases.flatMap { moment in Blow.allCases.map { Fault(message, moment, $0) } }
    }

    package var description: String { "\(message.rawValue) \(moment.rawValue) \(blow.rawValue)" }
}

import Foundation
import GasService

/// E-mail through the system's mailer, by the interface that every mail server on Unix offers: `sendmail -t`.
///
/// The mailer keeps a queue of its own and speaks SMTP better than a new client would; nothing is built for it and no
/// password of a mail account comes near this program. Recipient and text go in by standard input, so that the list
/// of processes shows neither. The interface knows no idempotency key: the Message-ID carries it instead.
struct SendmailGateway: NoticeGateway {
    private let program: String
    private let sender: MailAddress
    private let limit: Duration

    /// The mailer by its part of the configuration: `sendmail` (its path), `from`, `timeout_seconds`.
    ///
    /// - Throws: `GasworksError.badGateway`, naming the member that is missing or wrong.
    init(_ section: GatewaySection) throws(GasworksError) {
        guard let program = try section.text("sendmail"), program.hasPrefix("/"),
            FileManager.default.isExecutableFile(atPath: program)
        else { throw section.wrong("sendmail", "executable_file") }
        guard let sender = try section.text("from").flatMap({ MailAddress($0) }) else {
            throw section.wrong("from", "mail_address")
        }
        self.program = program
        self.sender = sender
        limit = .seconds(try section.seconds("timeout_seconds", standard: 60))
    }

    func send(_ notice: OutgoingNotice) async -> DeliveryOutcome {
        guard let message = MailMessage(notice, from: sender) else { return .rejected(.badRecipient) }
        guard let input = Self.unlinkedFile(holding: message.text) else {
            return .unavailable(.mailerFailed, retryAfter: nil)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-t", "-i", "-f", sender.address]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let statuses = AsyncStream<Int32?> { continuation in
            process.terminationHandler = { ended in
                continuation.yield(ended.terminationReason == .exit ? ended.terminationStatus : nil)
                continuation.finish()
            }
        }
        do { try process.run() } catch { return .unavailable(.mailerFailed, retryAfter: nil) }
        let identifier = process.processIdentifier
        let deadline = Task { [limit] in
            try await Task.sleep(for: limit)
            kill(identifier, SIGKILL)
        }
        defer { deadline.cancel() }
        for await status in statuses { return Self.outcome(ofExit: status) }
        return .uncertain(.timedOut, retryAfter: nil)
    }

    /// What a mailer's exit status says (`sysexits.h`); nil when it was killed.
    private static func outcome(ofExit status: Int32?) -> DeliveryOutcome {
        switch status {
        case 0: .accepted(reference: nil)
        case nil: .uncertain(.timedOut, retryAfter: nil)
        case 65, 67, 68: .rejected(.badRecipient)
        case 64, 69, 70, 71, 72, 77, 78: .unavailable(.mailerFailed, retryAfter: nil)
        default: .uncertain(.mailerFailed, retryAfter: nil)
        }
    }

    /// A file without a name, at its beginning: a pipe would hang or break with a mailer that does not read.
    private static func unlinkedFile(holding text: String) -> FileHandle? {
        let path = "/tmp/gasworks-mail-\(UInt64.random(in: .min ... .max))"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.seek(toOffset: 0)
        } catch { return nil }
        return handle
    }
}

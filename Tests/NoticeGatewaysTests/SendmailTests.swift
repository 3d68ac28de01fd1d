import Foundation
import GasService
import NoticeGateways
import Testing

@Suite("E-mail through the system's mailer")
struct SendmailTests {
    private let scene: GatewayScene

    init() throws { scene = try GatewayScene() }

    /// A mailer that keeps what it is given, and ends with a status.
    private func mailer(ending status: Int = 0) throws -> any NoticeGateway {
        let script =
            "#!/bin/sh\necho \"$@\" > \(scene.folder)/arguments\ncat > \(scene.folder)/message\nexit \(status)\n"
        let program = try scene.write("mailer", script, mode: 0o700)
        return try scene.gateway(
            "{\"email\": {\"sendmail\": \"\(program)\", \"from\": \"市燃气公司 <notices@gas.example>\"}}", of: .email)
    }

    private func notice(to recipient: String, heading: String = "停气通知 / Planned gas outage") -> OutgoingNotice {
        OutgoingNotice(
            key: "6f1f6c9e", notice: "A1-7", recipient: recipient, heading: heading, body: "请关闭阀门\nClose valves.")
    }

    private func kept(_ name: String) throws -> String {
        try String(contentsOfFile: "\(scene.folder)/\(name)", encoding: .utf8)
    }

    @Test("names the recipient to the mailer only, never in the list of processes")
    func recipient() async throws {
        #expect(try await mailer().send(notice(to: "a.b@example.org")) == .accepted(reference: nil))
        #expect(try kept("arguments") == "-t -i -f notices@gas.example\n")
        #expect(try kept("message").contains("\nTo: a.b@example.org\n"))
    }

    @Test("carries heading and text in any script, and the key by which a repetition is known")
    func message() async throws {
        _ = try await mailer().send(notice(to: "a.b@example.org"))
        let message = try kept("message")
        let parts = message.split(separator: "\n\n", maxSplits: 1)
        let text = try #require(
            parts.last.flatMap { Data(base64Encoded: String($0), options: .ignoreUnknownCharacters) })
        #expect(String(decoding: text, as: UTF8.self) == "请关闭阀门\nClose valves.")
        #expect(message.contains("\nMessage-ID: <6f1f6c9e@gas.example>\n"))
        #expect(message.utf8.contains { $0 > 0x7F } == false)
        #expect(message.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test("lets no heading add a line to the message's head")
    func injection() async throws {
        _ = try await mailer().send(notice(to: "a.b@example.org", heading: "Gas\nBcc: all@example.org"))
        let message = try kept("message")
        #expect(!message.contains("\nBcc:"))
    }

    @Test(
        "goes to no address that is none, or that would be an option or two",
        arguments: ["", "nobody", "-oQ@x", "a@b@c", "a@b, c@d", "a@b\nBcc: c@d", "<a@b>,c", "名@例"])
    func badRecipient(address: String) async throws {
        #expect(try await mailer().send(notice(to: address)) == .rejected(.badRecipient))
        #expect(throws: (any Error).self) { try kept("message") }
    }

    @Test("is judged by the mailer's exit status")
    func exits() async throws {
        let there = notice(to: "a.b@example.org")
        #expect(try await mailer(ending: 67).send(there) == .rejected(.badRecipient))
        #expect(try await mailer(ending: 75).send(there) == .uncertain(.mailerFailed, retryAfter: nil))
        #expect(try await mailer(ending: 78).send(there) == .unavailable(.mailerFailed, retryAfter: nil))
    }
}

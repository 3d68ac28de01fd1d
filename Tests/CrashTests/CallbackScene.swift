import CrashHarness
import Foundation
import FoundationNetworking
import PostgresTesting
import ProgramTesting
import Testing

/// A crash city whose text messages were taken by a gateway, under the names m-0, m-1 and so on.
final class CallbackScene: Sendable {
    /// Whether the program that hears HTTP was built: it is a package of its own.
    static var isBuilt: Bool { (try? BuiltProgram("gasworks-callback")) != nil }

    private let scene: NoticeScene
    var city: CommandScene { scene.city }

    init(messages: Int) async throws {
        scene = try await NoticeScene(households: messages)
        try await city.cluster.sql(
            """
            SET search_path = gasworks; SET gasworks.now = '\(CrashCity.now)'; SET gasworks.operator = 'test';
            SELECT count(*) FROM settle_notices('w', (
                SELECT json_agg(json_build_object('notice', district_id || '-' || notice_no, 'token', token, 'outcome', 'sent',
                                                  'gateway_id', 'm-' || (substring(account_no FROM 2)::integer - 1)))
                FROM lease_notices('w', ARRAY['sms'], 1000, 60)));
            """)
    }

    /// Writes a file that only its owner can read.
    func write(_ name: String, _ text: String) throws { try scene.write(name, text) }

    /// How the message of a number stands.
    func state(of message: Int) async throws -> String {
        try await city.cluster.sql("SELECT state FROM gasworks.notice WHERE gateway_id = 'm-\(message)'")
    }

    /// A receipt as the gateway writes it.
    func receipt(of message: Int, _ status: String) -> String {
        "{\"id\": \"m-\(message)\", \"status\": \"\(status)\", \"at\": \"\(CrashCity.now)\"}"
    }

    /// Starts the program on a port.
    func start(port: Int) throws -> RunningProgram {
        try city.start(
            [
                "notice", "receipt", "serve", "--gateways", "\(city.folder)/gateways.json", "--listen",
                "127.0.0.1:\(port)",
                "--format", "json",
            ])
    }

    /// Starts the program and waits until it listens.
    func serve(patienceMinutes: Int = 10) async throws -> CallbackDesk {
        try write(
            "gateways.json",
            """
            {"sms": {"url": "http://127.0.0.1:1/", "headers": {"K": "{{key}}"}, "json": {"to": "{{to}}"}, "callback": {
                "path": "/receipts/sms", "secret": {"header": "X-Secret", "value": "\(CallbackDesk.secret)"},
                "reference": "id", "state": "status", "instant": "at", "delivered": "delivered",
                "failed": ["expired", "undelivered"], "patience_minutes": \(patienceMinutes), "refused_status": 202}}}
            """)
        let program = try start(port: 0)
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline, program.status == nil {
            let answer = try? JSONSerialization.jsonObject(with: Data(program.outputSoFar.utf8)) as? [String: Any]
            if let port = answer?["port"] as? Int { return CallbackDesk(program: program, port: port) }
            try await Task.sleep(for: .milliseconds(10))
        }
        let outcome = try await program.outcome(within: .zero)
        throw Deaf(errors: outcome.errors)
    }

    /// The program ended, or said nothing.
    struct Deaf: Error { let errors: String }
}

/// The program at work, and how a gateway calls it.
struct CallbackDesk {
    static let secret = "a secret of many letters"
    let program: RunningProgram
    let port: Int

    /// Sends a request; the status of the answer.
    func post(
        _ body: String, to path: String = "/receipts/sms", secret: String? = CallbackDesk.secret,
        method: String = "POST"
    ) async throws -> Int {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        request.timeoutInterval = 60
        if method == "POST" { request.httpBody = Data(body.utf8) }
        if let secret { request.setValue(secret, forHTTPHeaderField: "X-Secret") }
        let (_, response) = try await URLSession.shared.data(for: request)
        return try #require(response as? HTTPURLResponse).statusCode
    }

    /// Asks it to end, as a service manager does, and waits for it.
    func end() async throws -> RunningProgram.Outcome {
        program.terminate()
        return try await program.outcome(within: .seconds(60))
    }
}

import Foundation
import GasService
import LoopbackGateway
import NoticeGateways
import Synchronization
import Testing

@Suite("A gateway that is reached by HTTP")
struct HTTPGatewayTests {
    private let scene: GatewayScene

    init() throws { scene = try GatewayScene() }

    private func outcome(
        _ conduct: LoopbackServer.Conduct, rules: String = "", within seconds: Int = 60
    ) async throws -> DeliveryOutcome {
        let server = try LoopbackServer { _ in conduct }
        return await (try scene.sms(at: server, seconds: seconds, more: rules)).send(GatewayScene.notice)
    }

    @Test(
        "is asked as configured: JSON with every character kept, the key in its header, the secret from the environment"
    )
    func json() async throws {
        let seen = Mutex<LoopbackServer.Request?>(nil)
        let server = try LoopbackServer { request in
            seen.withLock { $0 = request }
            return .answer(202)
        }
        let gateway = try scene.gateway(
            """
            {"sms": {"method": "PUT", "url": "http://127.0.0.1:\(server.port)/messages/{{notice}}",
                     "headers": {"Authorization": "Bearer ${env:TOKEN}", "Idempotency-Key": "{{key}}"},
                     "json": {"to": "{{to}}", "content": {"text": "{{heading}}: {{text}}", "parts": 1}}}}
            """, environment: ["TOKEN": "s3cret"])
        #expect(await gateway.send(GatewayScene.notice) == .accepted(reference: nil))
        let request = try #require(seen.withLock { $0 })
        #expect(request.head.hasPrefix("PUT /messages/A1-7 HTTP/1.1"))
        #expect(request.header("authorization") == "Bearer s3cret")
        #expect(request.header("idempotency-key") == "6f1f6c9e")
        let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
        #expect(body["to"] as? String == GatewayScene.notice.recipient)
        let content = try #require(body["content"] as? [String: Any])
        #expect(content["text"] as? String == "\(GatewayScene.notice.heading): \(GatewayScene.notice.body)")
        #expect(content["parts"] as? Int == 1)
    }

    @Test("is asked by a form, percent-encoded")
    func form() async throws {
        let body = Mutex("")
        let server = try LoopbackServer { request in
            body.withLock { $0 = String(decoding: request.body, as: UTF8.self) }
            return .answer(200)
        }
        let gateway = try scene.gateway(
            """
            {"sms": {"url": "http://127.0.0.1:\(server.port)/", "form": {"to": "{{to}}", "id": "{{key}}", "m": "a&b={{text}}"}}}
            """)
        _ = await gateway.send(GatewayScene.notice)
        let text =
            "No%20gas%20from%2008%3A00.%0A%E8%AF%B7%E5%85%B3%E9%97%AD%E9%98%80%E9%97%A8%20%26%20%E7%AD%89%E5%BE%85%5C"
        #expect(body.withLock { $0 } == "id=6f1f6c9e&m=a&b=\(text)&to=%2B358%2040%201")
    }

    @Test("names its message, and says when it has arrived or never will")
    func rules() async throws {
        let rules = """
            , "reference": "messages.0.id", "state": "messages.0.status", "delivered": {"state": "delivered"},
            "rejected": {"status": [410], "state": ["invalid"]}, "accepted": {"state": ["queued"]}
            """
        func answer(_ id: String, _ state: String) -> LoopbackServer.Conduct {
            .answer(200, "{\"messages\": [{\"id\": \(id), \"status\": \"\(state)\"}]}")
        }
        #expect(try await outcome(answer("4711", "queued"), rules: rules) == .accepted(reference: "4711"))
        #expect(try await outcome(answer("\"m-1\"", "delivered"), rules: rules) == .delivered(reference: "m-1"))
        #expect(try await outcome(answer("null", "invalid"), rules: rules) == .rejected(.badRecipient))
        #expect(try await outcome(.answer(410), rules: rules) == .rejected(.badRecipient))
        #expect(
            try await outcome(answer("9223372036854775807", "queued"), rules: rules)
                == .accepted(reference: "9223372036854775807"))
        let unreadable = DeliveryOutcome.uncertain(.unreadableAnswer, retryAfter: nil)
        #expect(try await outcome(answer("4711", "whatever"), rules: rules) == unreadable)
        // A database takes no NUL, and a line break in a name would forge a line of a log.
        for name in ["a\\u0000b", "a\\nb", ""] {
            #expect(try await outcome(answer("\"\(name)\"", "queued"), rules: rules) == unreadable)
        }
        #expect(try await outcome(.answer(200, "<html>Welcome to the hotel's network"), rules: rules) == unreadable)
    }

    @Test("that fails is tried again under the same key; one that will not deal with us is left alone for a while")
    func failures() async throws {
        #expect(try await outcome(.answer(500)) == .uncertain(.serverError, retryAfter: nil))
        #expect(try await outcome(.answer(401)) == .unavailable(.unauthorized, retryAfter: nil))
        #expect(try await outcome(.answer(404)) == .unavailable(.wrongRequest, retryAfter: nil))
        #expect(
            try await outcome(.answer(429, headers: "Retry-After: 17\r\n")) == .unavailable(.tooMany, retryAfter: 17))
        for (asked, granted) in [("9223372036854775807", 3600), ("-5", 0)] {
            #expect(
                try await outcome(.answer(503, headers: "Retry-After: \(asked)\r\n"))
                    == .unavailable(.tooMany, retryAfter: granted))
        }
        #expect(try await outcome(.answer(422)) == .rejected(.badRecipient))
    }

    @Test("that drops the connection after accepting leaves it unknown whether the message went")
    func dropped() async throws {
        #expect(try await outcome(.drop) == .uncertain(.connectionLost, retryAfter: nil))
        let cut = Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\"".utf8)
        #expect(try await outcome(.send(cut)) == .uncertain(.connectionLost, retryAfter: nil))
        #expect(try await outcome(.send([0, 255, 1])) == .uncertain(.connectionLost, retryAfter: nil))
    }

    @Test("that is silent, or lets its answer trickle in, is given up at the limit")
    func slow() async throws {
        #expect(try await outcome(.silence(milliseconds: 5000), within: 1) == .uncertain(.timedOut, retryAfter: nil))
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".utf8)
        let drops = [[UInt8]](repeating: [0x20], count: 20)
        #expect(
            try await outcome(.trickle([head] + drops, milliseconds: 300), within: 1)
                == .uncertain(.timedOut, retryAfter: nil))
    }

    @Test("that sends us elsewhere is not followed: no customer's number goes to a stranger")
    func redirected() async throws {
        let hits = Mutex(0)
        let stranger = try LoopbackServer { _ in
            hits.withLock { $0 += 1 }
            return .answer(200)
        }
        let elsewhere = "Location: http://127.0.0.1:\(stranger.port)/\r\n"
        #expect(
            try await outcome(.answer(302, headers: elsewhere)) == .unavailable(.redirected, retryAfter: nil))
        #expect(hits.withLock { $0 } == 0)
    }

    @Test("that answers without end is cut off")
    func endless() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 40000000\r\n\r\n".utf8)
        let piece = [UInt8](repeating: 0x20, count: 200_000)
        let conduct = LoopbackServer.Conduct.trickle([head] + Array(repeating: piece, count: 200), milliseconds: 5)
        #expect(
            try await outcome(conduct, rules: ", \"reference\": \"id\"")
                == .uncertain(.unreadableAnswer, retryAfter: nil))
    }

    @Test("where nobody listens is out of reach, and nothing was sent")
    func nobody() async throws {
        let server = try LoopbackServer { _ in .drop }
        server.stop()
        let gateway = try scene.sms(at: server, seconds: 60)
        #expect(await gateway.send(GatewayScene.notice) == .unavailable(.unreachable, retryAfter: nil))
    }
}

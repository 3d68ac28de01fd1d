import CrashHarness
import EmbeddedPostgres
import Foundation
import FoundationNetworking
import PostgresTesting
import ProgramTesting
import Testing

/// Receipts by HTTP, from a gateway's request to the household's chain: the programs as they are installed, a real server, and
/// requests as gateways and others send them.
@Suite(
    .serialized,
    .enabled(if: CallbackScene.isBuilt, "gasworks-callback is a package of its own, which deploy/test builds"))
struct CallbackTests {
    @Test
    func
        `a receipt is kept before the gateway is told so, once however often it comes, and a failure opens the next channel`()
        async throws
    {
        let scene = try await CallbackScene(messages: 3)
        let desk = try await scene.serve()
        #expect(try await desk.post(scene.receipt(of: 0, "delivered")) == 200)
        #expect(try await scene.state(of: 0) == "confirmed")
        #expect(try await desk.post(scene.receipt(of: 0, "delivered")) == 200)
        #expect(try await scene.city.count("notice_receipt WHERE source = 'callback'") == 1)
        #expect(try await desk.post(scene.receipt(of: 1, "expired")) == 200)
        #expect(try await scene.state(of: 1) == "failed")
        #expect(
            try await scene.city.count("notice WHERE account_no = 'H2' AND channel = 'hand' AND state = 'queued'") == 1)
        // A word that decides nothing yet is taken note of and changes nothing.
        #expect(try await desk.post(scene.receipt(of: 2, "buffered")) == 200)
        #expect(try await scene.state(of: 2) == "sent")
        #expect(try await scene.city.chainFaults().isEmpty)

        let end = try await desk.end()
        #expect(end.status == 0, "\(end.errors)")
        #expect(end.errors.isEmpty)
    }

    @Test
    func `what is no receipt of the gateway's is refused, told to the operator, and changes nothing`() async throws {
        let scene = try await CallbackScene(messages: 1)
        let desk = try await scene.serve()
        let receipt = scene.receipt(of: 0, "delivered")
        #expect(try await desk.post(receipt, secret: "a wrong secret of letters") == 401)
        #expect(try await desk.post(receipt, secret: nil) == 401)
        #expect(try await desk.post(receipt, to: "/elsewhere") == 404)
        #expect(try await desk.post(receipt, method: "GET") == 405)
        #expect(try await desk.post("<html>") == 400)
        #expect(try await desk.post("{\"id\": \"m-0\"}") == 400)
        #expect(try await desk.post(String(repeating: " ", count: 300_000) + receipt) == 413)
        #expect(try await scene.city.count("notice_receipt") == 0)
        #expect(try await scene.state(of: 0) == "sent")

        let end = try await desk.end()
        #expect(end.status == 0)
        let lines = end.errors.split(separator: "\n")
        #expect(lines.filter { $0.contains("without the right secret or signature") }.count == 2)
        #expect(lines.filter { $0.contains("a path that no gateway was given") }.count == 1)
        #expect(lines.filter { $0.contains("is not what its part") }.count == 2)
    }

    @Test
    func `a receipt for an unknown notice is asked for again, then ends as configured, and holds up no other`()
        async throws
    {
        let scene = try await CallbackScene(messages: 1)
        let patient = try await scene.serve(patienceMinutes: 10)
        #expect(try await patient.post("{\"id\": \"m-9\", \"status\": \"delivered\"}") == 503)
        // Of two that come together the one that is known is kept.
        let both = "[{\"id\": \"m-9\", \"status\": \"delivered\"}, \(scene.receipt(of: 0, "delivered"))]"
        #expect(try await patient.post(both) == 503)
        #expect(try await scene.state(of: 0) == "confirmed")
        let end = try await patient.end()
        #expect(end.errors.contains("for m-9 was not kept: there is no such notice"))

        let strict = try await scene.serve(patienceMinutes: 0)
        #expect(try await strict.post("{\"id\": \"m-9\", \"status\": \"delivered\"}") == 202)
        _ = try await strict.end()
    }

    @Test
    func `while the database is away a gateway is asked to come again, and then all is kept`() async throws {
        let scene = try await CallbackScene(messages: 2)
        let desk = try await scene.serve()
        #expect(try await desk.post(scene.receipt(of: 0, "delivered")) == 200)
        try await scene.city.cluster.crash()
        #expect(try await desk.post(scene.receipt(of: 1, "delivered")) == 503)
        try await scene.city.cluster.embedded.start()
        #expect(try await desk.post(scene.receipt(of: 1, "delivered")) == 200)
        #expect(try await scene.state(of: 0) == "confirmed")
        #expect(try await scene.state(of: 1) == "confirmed")
        _ = try await desk.end()
    }

    @Test
    func `a flood of bad requests writes a few lines and counts the rest`() async throws {
        let scene = try await CallbackScene(messages: 1)
        let desk = try await scene.serve()
        for _ in 0..<100 { _ = try await desk.post("{}", secret: "a wrong secret of letters") }
        #expect(try await desk.post(scene.receipt(of: 0, "delivered")) == 200)
        let end = try await desk.end()
        #expect(end.errors.split(separator: "\n").count == 20)
    }

    @Test
    func `an address that is taken is told, and so is a gateway file without callbacks`() async throws {
        let scene = try await CallbackScene(messages: 1)
        let desk = try await scene.serve()
        let second = try await scene.start(port: desk.port).outcome()
        #expect(second.status == 69)
        #expect(second.errors.contains("Nothing can listen on 127.0.0.1:\(desk.port)"))
        _ = try await desk.end()
        try scene.write("gateways.json", "{\"email\": {\"sendmail\": \"/bin/true\", \"from\": \"a@b\"}}")
        let none = try await scene.start(port: 0).outcome()
        #expect(none.status == 65)
        #expect(none.errors.contains("callback"))
    }
}

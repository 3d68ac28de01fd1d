import Foundation
import GasService
import HelperWire
import NoticeGateways
import Testing

private let secret = "a secret of many letters"
private let lock = "\"secret\": {\"header\": \"X-Secret\", \"value\": \"\(secret)\"}"
private let fields = """
    "path": "/r", "notice": "ref", "reference": "message.id", "state": "message.status", "instant": "at",
    "delivered": ["delivered", "read"], "failed": "expired"
    """

@Suite("The rules of a gateway's callbacks")
struct CallbackRulesTests {
    private let scene: GatewayScene

    init() throws { scene = try GatewayScene() }

    private func rules(_ callback: String) throws(GasworksError) -> [CallbackRules] {
        let json = """
            {"sms": {"url": "http://x/", "headers": {"K": "{{key}}"}, "json": {"to": "{{to}}"}, "callback": {\(callback)}}}
            """
        guard let path = try? scene.write("gateways.json", json) else { return [] }
        return try GatewayFile(path: path, environment: [:]).callbacks()
    }

    private func request(_ body: String, headers: [String: [String]] = [:]) -> CallbackRequest {
        CallbackRequest(id: 1, path: "/r", headers: headers, body: Data(body.utf8))
    }

    @Test("read JSON: one receipt or a list, by our name or the gateway's, with the gateway's clock or without")
    func json() throws {
        let rule = try #require(try rules("\(lock), \(fields)").first)
        let body = """
            {"ref": "A1-7", "message": {"id": 9223372036854775807, "status": "read"}, "at": "2026-11-24T10:00:00+02:00"}
            """
        let one = try #require(rule.receipts(in: request(body)))
        #expect(one.map(\.notice) == ["A1-7"])
        #expect(one.map(\.reference) == ["9223372036854775807"])
        #expect(one.map(\.arrival) == [.delivered])
        #expect(one.map(\.instant) == [Instant("2026-11-24T08:00:00Z")])
        let list = """
            [{"ref": "", "message": {"id": "m-1", "status": "expired"}}, {"ref": "A1-8", "message": {"status": "sent"}}]
            """
        let two = try #require(rule.receipts(in: request(list)))
        #expect(two.map(\.arrival) == [.failed, nil])
        #expect(two.map(\.notice) == [nil, "A1-8"])
        #expect(two.map(\.instant) == [nil, nil])
        let nested = try #require(try rules("\(lock), \(fields), \"each\": \"results\"").first)
        #expect(nested.receipts(in: request("{\"results\": \(list)}"))?.count == 2)
    }

    @Test("read a form, and clocks that count seconds or milliseconds")
    func form() throws {
        let rule = try #require(
            try rules(
                """
                \(lock), "path": "/r", "body": "form", "clock": "unix_ms", "reference": "MessageSid", "state": "Status",
                "instant": "ts", "delivered": "delivered"
                """
            ).first)
        let read = try #require(
            rule.receipts(in: request("MessageSid=SM%2B1+x&Status=delivered&ts=1795507200123&other=")))
        #expect(read.map(\.reference) == ["SM+1 x"])
        #expect(read.map(\.instant) == [Instant(microseconds: 1_795_507_200_123_000)])
        for garbage in [
            "", "Status=delivered", "MessageSid=%ZZ&Status=delivered", "MessageSid=1&Status=delivered&ts=soon",
        ] {
            #expect(rule.receipts(in: request(garbage)) == nil, "\(garbage)")
        }
    }

    @Test(
        "take nothing that is half readable",
        arguments: [
            "", "<html>", "[]x", "{\"ref\": \"A1-7\"}", "{\"message\": {\"status\": \"read\"}}",
            "[{\"ref\": \"A1-7\", \"message\": {\"status\": \"read\"}}, 5]",
            "{\"ref\": \"A1-7\", \"message\": {\"id\": \"a\\u0000b\", \"status\": \"read\"}}",
            "{\"ref\": \"A1-7\", \"message\": {\"status\": \"read\"}, \"at\": \"yesterday\"}",
        ])
    func garbage(body: String) throws {
        let rule = try #require(try rules("\(lock), \(fields)").first)
        #expect(rule.receipts(in: request(body)) == nil)
    }

    @Test("admit who has the secret, once and exactly")
    func secretHeader() throws {
        let rule = try #require(try rules("\(lock), \(fields)").first)
        func admits(_ headers: [String: [String]]) -> Bool { rule.admits(request("{}", headers: headers)) }
        #expect(admits(["x-secret": [secret]]))
        #expect(!admits([:]))
        #expect(!admits(["x-secret": [secret + "s"]]))
        #expect(!admits(["x-secret": [String(secret.dropLast())]]))
        #expect(!admits(["x-secret": ["guess", secret]]))
    }

    @Test("admit a body by its signature, in hexadecimal or base64, and no other body by it")
    func signature() throws {
        let signature = """
            "signature": {"header": "X-Signature", "key": "\(secret)", "prefix": "sha256="}
            """
        let rule = try #require(try rules("\(signature), \(fields)").first)
        let code = MessageAuthentication.code(of: Array("{\"a\": 1}".utf8), key: Array(secret.utf8))
        let hexadecimal = "sha256=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let base64 = "sha256=" + Data(code).base64EncodedString()
        for signed in [hexadecimal, base64] {
            #expect(rule.admits(request("{\"a\": 1}", headers: ["x-signature": [signed]])))
            #expect(!rule.admits(request("{\"a\": 2}", headers: ["x-signature": [signed]])))
            #expect(!rule.admits(request("{\"a\": 1}", headers: ["x-signature": [String(signed.dropFirst(7))]])))
        }
        let both = try #require(try rules("\(signature), \(lock), \(fields)").first)
        #expect(!both.admits(request("{\"a\": 1}", headers: ["x-signature": [hexadecimal]])))
        #expect(
            both.admits(request("{\"a\": 1}", headers: ["x-signature": [hexadecimal], "x-secret": [secret]])))
    }

    @Test(
        "that are wrong are named by their member; without a lock anybody could report receipts",
        arguments: [
            (fields, "sms.callback.secret", "callback_lock"),
            (
                "\"secret\": {\"header\": \"X\", \"value\": \"short\"}, \(fields)", "sms.callback.secret.value",
                "long_secret"
            ),
            ("\"path\": \"receipts\"", "sms.callback.path", "callback_path"),
            ("\(lock), \"path\": \"/r\", \"state\": \"s\"", "sms.callback.delivered", "receipt_fields"),
            (
                "\(lock), \"path\": \"/r\", \"state\": \"s\", \"delivered\": \"d\"", "sms.callback.notice",
                "receipt_fields"
            ),
            ("\(lock), \(fields), \"clock\": \"sundial\"", "sms.callback.clock", "receipt_clock"),
            ("\(lock), \(fields), \"refused_status\": 600", "sms.callback.refused_status", "http_status"),
        ])
    func wrong(callback: String, key: String, expected: String) throws {
        let path = "\(scene.folder)/gateways.json"
        #expect(throws: GasworksError.badGateway(file: path, key: key, expected: expected)) {
            _ = try rules(callback)
        }
    }
}

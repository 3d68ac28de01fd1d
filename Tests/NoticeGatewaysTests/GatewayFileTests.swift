import Foundation
import GasService
import NoticeGateways
import Testing

@Suite("The gateways' configuration")
struct GatewayFileTests {
    private let scene: GatewayScene

    init() throws { scene = try GatewayScene() }

    private func failure(_ json: String, mode: Int = 0o600) throws -> GasworksError? {
        let path = try scene.write("gateways.json", json, mode: mode)
        do {
            _ = try GatewayFile(path: path, environment: ["EMPTY": ""]).gateways { Courier(path: "/none") }
            return nil
        } catch { return error }
    }

    private static let sound = """
        {"sms": {"url": "http://127.0.0.1:1/", "headers": {"K": "{{key}}"}, "json": {"to": "{{to}}"}}}
        """

    @Test("may hold secrets, so a file that others can read is refused")
    func permissions() throws {
        #expect(try failure(Self.sound) == nil)
        let path = "\(scene.folder)/gateways.json"
        #expect(
            try failure(Self.sound, mode: 0o640) == .badGateway(file: path, key: "chmod", expected: "secret_file"))
    }

    @Test(
        "that is wrong is named by its member",
        arguments: [
            ("[]", "{}", "json_object"), ("{}", "{}", "configured_channel"),
            ("{\"fax\": {}}", "fax", "configured_channel"),
            ("{\"sms\": {\"url\": \"ftp://x\"}}", "sms.url", "gateway_url"),
            ("{\"sms\": {\"url\": \"http://x\", \"method\": \"GET\"}}", "sms.method", "http_method"),
            ("{\"sms\": {\"url\": \"http://x\"}}", "sms.json", "json_or_form"),
            ("{\"sms\": {\"url\": \"http://x\", \"json\": {\"to\": \"{{to}}\"}}}", "sms.headers", "key_in_request"),
            ("{\"sms\": {\"url\": \"http://x\", \"json\": {\"k\": \"{{key}}\"}}}", "sms.body", "to_in_request"),
            ("{\"sms\": {\"url\": \"http://x\", \"json\": {\"k\": \"{{name}}\"}}}", "sms.json", "known_placeholder"),
            (
                "{\"sms\": {\"url\": \"http://x\", \"headers\": {\"K\": \"{{to}}\"}, \"json\": {}}}", "sms.headers.K",
                "known_placeholder"
            ),
            (
                "{\"sms\": {\"url\": \"http://x\", \"headers\": {\"A\": \"${env:EMPTY}\"}, \"json\": {}}}",
                "sms.headers.A env:EMPTY", "environment_variable"
            ),
            ("{\"email\": {\"sendmail\": \"/no/such/mailer\"}}", "email.sendmail", "executable_file"),
            ("{\"email\": {\"sendmail\": \"/bin/true\", \"from\": \"a b@c\"}}", "email.from", "mail_address"),
        ])
    func wrong(json: String, key: String, expected: String) throws {
        let path = "\(scene.folder)/gateways.json"
        #expect(try failure(json) == .badGateway(file: path, key: key, expected: expected))
    }

    @Test("takes a secret from a file that only its owner can read")
    func secretFile() throws {
        func json(_ secret: String) -> String {
            """
            {"sms": {"url": "http://x/", "headers": {"K": "{{key}}", "A": "${file:\(secret)}"}, "json": {"to": "{{to}}"}}}
            """
        }
        let token = try scene.write("token", "s3cret\n")
        #expect(try failure(json(token)) == nil)
        let open = try scene.write("open", "s3cret\n", mode: 0o644)
        #expect(try failure(json(open)) == .badGateway(file: open, key: "chmod", expected: "secret_file"))
    }

    @Test("asks for who speaks HTTP only when a gateway is reached by HTTP")
    func mailOnly() throws {
        let path = try scene.write("mail.json", "{\"email\": {\"sendmail\": \"/bin/true\", \"from\": \"a@b\"}}")
        let gateways = try GatewayFile(path: path, environment: [:]).gateways { () throws(GasworksError) in
            throw .missingProgram(name: "gasworks-courier")
        }
        #expect(Array(gateways.keys) == [.email])
        let both = try scene.write("both.json", Self.sound)
        #expect(throws: GasworksError.missingProgram(name: "gasworks-courier")) {
            _ = try GatewayFile(path: both, environment: [:]).gateways { () throws(GasworksError) in
                throw .missingProgram(name: "gasworks-courier")
            }
        }
    }

    @Test("that deploy/ gives as an example is sound, its callbacks too")
    func example() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: package.appending(path: "deploy/gateways.example.json"), encoding: .utf8)
        // A machine for tests has no mail server.
        let path = try scene.write("example.json", text.replacing("/usr/sbin/sendmail", with: "/bin/true"))
        let secret = "0123456789abcdef"
        let file = try GatewayFile(
            path: path, environment: ["GASWORKS_SMS_TOKEN": secret, "GASWORKS_SMS_CALLBACK_KEY": secret])
        #expect(Set(try file.gateways { Courier(path: "/none") }.keys) == [.sms, .email])
        #expect(try file.callbacks().map(\.path) == ["/receipts/sms"])
    }
}

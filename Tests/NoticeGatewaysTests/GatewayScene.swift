import Foundation
import GasService
import LoopbackGateway
import NoticeGateways
import ProgramTesting
import Testing

/// A folder of a test's own with a gateway file in it.
final class GatewayScene {
    let folder = "/tmp/gw-gateways-\(UInt32.random(in: .min ... .max))"
    static let notice = OutgoingNotice(
        key: "6f1f6c9e", notice: "A1-7", recipient: "+358 40 1", heading: "停气通知 / Gas \"off\"",
        body: "No gas from 08:00.\n请关闭阀门 & 等待\\")

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes a file that only its owner can read, or one that others can.
    func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    /// The gateway of a channel by a configuration.
    func gateway(
        _ json: String, of channel: NoticeChannel = .sms, environment: [String: String] = [:]
    ) throws -> any NoticeGateway {
        let courier = Courier(path: try BuiltProgram("gasworks-courier").path)
        let file = try GatewayFile(path: try write("gateways.json", json), environment: environment)
        return try #require(try file.gateways { courier }[channel])
    }

    /// An SMS gateway on a loopback port.
    func sms(at server: LoopbackServer, seconds: Int, more: String = "") throws -> any NoticeGateway {
        try gateway(
            """
            {"sms": {"url": "http://127.0.0.1:\(server.port)/send", "headers": {"Idempotency-Key": "{{key}}"},
                     "json": {"to": "{{to}}", "text": "{{text}}"}, "timeout_seconds": \(seconds)\(more)}}
            """)
    }
}

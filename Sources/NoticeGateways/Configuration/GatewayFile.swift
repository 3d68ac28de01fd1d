import Foundation
package import GasService

/// The company's gateways, as one JSON file names them (see `deploy/gateways.example.json`).
///
/// The file may hold secrets or name where they are, so it must be readable by its owner alone, as ssh asks of its keys.
package struct GatewayFile: Sendable {
    /// The gateways by the channel they serve.
    package let gateways: [NoticeChannel: any NoticeGateway]

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - environment: where `${env:NAME}` is looked up.
    ///   - courier: who speaks HTTP.
    /// - Throws: `GasworksError.fileUnusable`, or `badGateway` naming the member that is missing or wrong.
    package init(path: String, environment: [String: String], courier: Courier) throws(GasworksError) {
        let bytes = try PrivateFile.read(path)
        guard case .object(let members)? = GatewayJSON(parsing: bytes) else {
            throw .badGateway(file: path, key: "{}", expected: "json_object")
        }
        var gateways: [NoticeChannel: any NoticeGateway] = [:]
        for (name, value) in members {
            guard let channel = NoticeChannel(rawValue: name), channel.isAutomatic else {
                throw .badGateway(file: path, key: name, expected: "configured_channel")
            }
            let section = GatewaySection(
                file: path, name: name, value: value, secrets: GatewaySecrets(environment: environment))
            let isMailer = (try section.text("sendmail")) != nil
            gateways[channel] = isMailer ? try SendmailGateway(section) : try HTTPGateway(section, courier: courier)
        }
        guard !gateways.isEmpty else { throw .badGateway(file: path, key: "{}", expected: "configured_channel") }
        self.gateways = gateways
    }
}

/// A file that holds a secret.
enum PrivateFile {
    /// Reads a file that nobody but its owner can read, and only when that is root or who runs the program.
    ///
    /// - Throws: `GasworksError.fileUnusable` when it cannot be read, `badGateway` when others can.
    static func read(_ path: String) throws(GasworksError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .fileUnusable(path: path, reason: errno == ENOENT ? .missing : .forbidden)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw .fileUnusable(path: path, reason: .broken)
        }
        // Asked of the open file, so that it cannot be exchanged between the look and the reading.
        guard facts.st_mode & 0o077 == 0, facts.st_uid == geteuid() || facts.st_uid == 0 else {
            throw .badGateway(file: path, key: "chmod", expected: "secret_file")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        guard let data = try? handle.readToEnd() ?? Data() else {
            throw .fileUnusable(path: path, reason: .broken)
        }
        return Array(data)
    }
}

import Foundation
package import GasService

/// The company's gateways, as one JSON file names them (see `deploy/gateways.example.json`).
///
/// The file may hold secrets or name where they are, so it must be readable by its owner alone, as ssh asks of its keys.
package struct GatewayFile: Sendable {
    private let path: String
    private let sections: [(channel: NoticeChannel, section: GatewaySection)]

    /// Reads the file; what a gateway's part holds is read when it is asked for.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - environment: where `${env:NAME}` is looked up.
    /// - Throws: `GasworksError.fileUnusable`, or `badGateway` naming the member that is wrong.
    package init(path: String, environment: [String: String]) throws(GasworksError) {
        guard case .object(let members)? = GatewayJSON(parsing: try PrivateFile.read(path)) else {
            throw .badGateway(file: path, key: "{}", expected: "json_object")
        }
        let secrets = GatewaySecrets(environment: environment)
        var sections: [(NoticeChannel, GatewaySection)] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let channel = NoticeChannel(rawValue: name), channel.isAutomatic else {
                throw .badGateway(file: path, key: name, expected: "configured_channel")
            }
            sections.append((channel, GatewaySection(file: path, name: name, value: value, secrets: secrets)))
        }
        guard !sections.isEmpty else { throw .badGateway(file: path, key: "{}", expected: "configured_channel") }
        self.path = path
        self.sections = sections
    }

    /// The ways out, by the channel they serve.
    ///
    /// - Parameter courier: finds who speaks HTTP; asked once, and only when a gateway is reached by HTTP.
    /// - Returns: the gateways.
    /// - Throws: `GasworksError.badGateway`; what `courier` throws.
    package func gateways(
        courier: () throws(GasworksError) -> Courier
    ) throws(GasworksError) -> [NoticeChannel: any NoticeGateway] {
        var gateways: [NoticeChannel: any NoticeGateway] = [:]
        var carrier: Courier?
        for (channel, section) in sections {
            if try section.text("sendmail") != nil {
                gateways[channel] = try SendmailGateway(section)
            } else {
                let found = if let carrier { carrier } else { try courier() }
                carrier = found
                gateways[channel] = try HTTPGateway(section, courier: found)
            }
        }
        return gateways
    }

    /// How gateways report receipts by HTTP: the parts named `callback`.
    ///
    /// - Throws: `GasworksError.badGateway`; also when there is none, or two have one path.
    package func callbacks() throws(GasworksError) -> [CallbackRules] {
        var rules: [CallbackRules] = []
        for (channel, section) in sections {
            guard let part = section.part("callback") else { continue }
            let found = try CallbackRules(part, channel: channel)
            guard !rules.contains(where: { $0.path == found.path }) else { throw part.wrong("path", "callback_path") }
            rules.append(found)
        }
        guard !rules.isEmpty else { throw .badGateway(file: path, key: "callback", expected: "callback_section") }
        return rules
    }
}

/// A file that holds a secret.
enum PrivateFile {
    /// Reads a file that nobody but its owner can read, and only when that is root or who runs the program.
    ///
    /// - Throws: `GasworksError.fileUnusable` when it cannot be read, `badGateway` when others can.
    static func read(_ path: String) throws(GasworksError) -> Data {
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
        return data
    }
}

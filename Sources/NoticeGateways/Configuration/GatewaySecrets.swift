import Foundation
import GasService

/// Where a configuration's secrets come from: the environment, or a file that only its owner can read.
///
/// They never come from the command line, which every user of the machine can see.
struct GatewaySecrets: Sendable {
    let environment: [String: String]

    /// A text with each `${env:NAME}` and `${file:PATH}` replaced by what it names.
    ///
    /// - Parameters:
    ///   - text: the configured text.
    ///   - file: the configuration's file, for reports.
    ///   - key: the member it stands in, for reports; a secret itself is never reported.
    /// - Returns: the text with its secrets in it.
    /// - Throws: `GasworksError.badGateway` when the variable is not set or the file is not private.
    func expanded(_ text: String, file: String, key: String) throws(GasworksError) -> String {
        var result = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: "${") {
            result += rest[..<opening.lowerBound]
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstIndex(of: "}") else {
                throw .badGateway(file: file, key: key, expected: "environment_variable")
            }
            result += try secret(String(rest[..<closing]), file: file, key: key)
            rest = rest[rest.index(after: closing)...]
        }
        return result + rest
    }

    private func secret(_ source: String, file: String, key: String) throws(GasworksError) -> String {
        if source.hasPrefix("env:") {
            guard let value = environment[String(source.dropFirst(4))], !value.isEmpty else {
                throw .badGateway(file: file, key: "\(key) \(source)", expected: "environment_variable")
            }
            return value
        }
        guard source.hasPrefix("file:") else {
            throw .badGateway(file: file, key: "\(key) \(source)", expected: "environment_variable")
        }
        let bytes = try PrivateFile.read(String(source.dropFirst(5)))
        let value = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        guard !value.isEmpty, !value.contains(where: \.isNewline) else {
            throw .badGateway(file: file, key: "\(key) \(source)", expected: "secret_file")
        }
        return value
    }
}

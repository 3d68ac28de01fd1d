import Foundation
import GasService

/// Where the programs that help this one are: beside it.
enum HelperPath {
    /// A program's path.
    ///
    /// - Throws: `GasworksError.missingProgram`.
    static func of(_ name: String) throws(GasworksError) -> String {
        guard let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            throw .missingProgram(name: name)
        }
        let path = folder.appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw .missingProgram(name: name) }
        return path
    }
}

import Foundation
import GasService

/// Where the program `gasworks-courier` is: beside this one.
enum CourierProgram {
    /// Its path.
    ///
    /// - Throws: `GasworksError.missingProgram`.
    static func path() throws(GasworksError) -> String {
        let name = "gasworks-courier"
        guard let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            throw .missingProgram(name: name)
        }
        let path = folder.appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw .missingProgram(name: name) }
        return path
    }
}

import Foundation

/// A program of this package, where the build has put it: beside the tests.
package struct BuiltProgram: Sendable {
    /// The package was built without it.
    package struct Missing: Error { package let name: String }

    /// Where it is.
    package let path: String

    /// Finds a program by its product's name.
    package init(_ name: String) throws {
        let arguments = CommandLine.arguments.prefix(1).map { URL(filePath: $0).deletingLastPathComponent() }
        let folders = [Bundle.main.executableURL?.deletingLastPathComponent(), Bundle.main.bundleURL] + arguments
        let found = folders.compactMap { $0?.appending(path: name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw Missing(name: name) }
        path = found
    }
}

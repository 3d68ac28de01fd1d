public import ArgumentParser
import Foundation
public import GasService
package import Operations

extension ChecklistAnswer: ExpressibleByArgument {
    /// Reads `CODE` or `CODE=READING`.
    package init?(argument: String) { self.init(argument) }
}

extension VisitResult: ExpressibleByArgument {
    /// Reads a result as people type it: `no-access`.
    public init?(argument: String) { self.init(spelled: argument) }

    /// The results as people type them.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue.replacing("_", with: "-") } }
}

/// A command's own id, by which a repeat is known.
struct CommandID: ExpressibleByArgument {
    let uuid: UUID

    /// Reads a UUID in its usual form.
    init?(argument: String) {
        guard let uuid = UUID(uuidString: argument) else { return nil }
        self.uuid = uuid
    }
}

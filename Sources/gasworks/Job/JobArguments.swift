import ArgumentParser
package import Operations

extension ChecklistAnswer: ExpressibleByArgument {
    /// Reads `CODE` or `CODE=READING`.
    package init?(argument: String) { self.init(argument) }
}

extension JobOutcome: ExpressibleByArgument {
    /// Reads an outcome as people type it: `no-access`.
    package init?(argument: String) { self.init(spelled: argument) }

    /// The outcomes as people type them.
    package static var allValueStrings: [String] { allCases.map(\.spelled) }
}

public import ArgumentParser
public import GasService

extension IntervalKind: ExpressibleByArgument {
    /// Reads a kind, written with hyphens or underscores.
    public init?(argument: String) {
        self.init(rawValue: argument.replacing("-", with: "_"))
    }
}

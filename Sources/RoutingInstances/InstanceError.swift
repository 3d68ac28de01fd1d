/// What can be wrong with an instance file, with the line where there is one.
public enum InstanceError: Error, Hashable, Sendable {
    /// The text is neither Solomon's form nor VRPLIB.
    case unknownForm
    /// A line does not hold the numbers that its section asks for.
    case malformedLine(number: Int, text: String)
    /// A section or a header that the form asks for is missing.
    case missing(String)
    /// The file's distances are of a kind that is not supported.
    case unsupportedEdgeWeight(String)
    /// The file's numbers do not make a sound problem.
    case unsound(String)
}

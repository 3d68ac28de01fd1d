/// One thing wrong with a file of notice texts.
public struct TemplateProblem: Sendable, Hashable, Codable {
    /// The file as the user named it.
    public let file: String
    /// The line, from 1; nil when the file as a whole is meant.
    public let line: Int?
    /// The section or field meant.
    public let name: String
    /// What is wrong with it.
    public let fault: TemplateFault
    /// The names that would have been right; empty where that is no question of names.
    public let known: [String]

    /// Describes one thing wrong.
    public init(file: String, line: Int?, name: String, fault: TemplateFault, known: [String] = []) {
        self.file = file
        self.line = line
        self.name = name
        self.fault = fault
        self.known = known
    }
}

/// The ways in which a notice text can be wrong; the raw value is stable and keys the message and its cure.
public enum TemplateFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// No purpose, form and language are named so.
    case unknownSection = "unknown_section"
    /// The section stands twice.
    case duplicateSection = "duplicate_section"
    /// The section holds no text.
    case emptySection = "empty_section"
    /// A text stands before the first section and is no definition.
    case textOutsideSection = "text_outside_section"
    /// No field is named so.
    case unknownField = "unknown_field"
    /// A field's braces are not closed on their line.
    case unclosedField = "unclosed_field"
    /// A field that the purpose needs is missing from the section.
    case missingField = "missing_field"
    /// The company's telephone is given neither in the file nor otherwise.
    case missingPhone = "missing_phone"
}

package import GasService

/// What the company says to its customers about outages: the texts it came with, and those of its own.
package struct NoticeTexts: Sendable, Hashable {
    private var sections: [NoticeSection: NoticeTemplate] = [:]
    private var definitions: [String: String] = [:]

    /// The texts that Gasworks comes with.
    ///
    /// - Throws: `GasworksError.badTemplate` never, as a test makes sure.
    package static func standard() throws(GasworksError) -> NoticeTexts {
        var texts = NoticeTexts()
        try texts.read(standardFile, file: "notices.txt")
        return texts
    }

    /// The file of the texts that Gasworks comes with, to be copied and changed.
    package static var standardFile: String { String(decoding: PackageResources.notices_txt, as: UTF8.self) }

    private init() {}

    /// These texts with those of a file in their place.
    ///
    /// - Throws: `GasworksError.badTemplate`, naming the line and the field or section.
    package func replaced(by contents: String, file: String) throws(GasworksError) -> NoticeTexts {
        var texts = self
        try texts.read(contents, file: file)
        return texts
    }

    /// The company's name in a language.
    package func company(in language: Language) -> String { defined("company", in: language) ?? "" }

    /// The company's telephone in a language; nil when no file defines it.
    package func phone(in language: Language) -> String? { defined("phone", in: language) }

    /// The template of a section; nil only for a file that lacks it.
    package subscript(section: NoticeSection) -> NoticeTemplate? { sections[section] }

    private func defined(_ name: String, in language: Language) -> String? {
        definitions["\(name).\(language.rawValue)"] ?? definitions[name]
    }

    // MARK: - Reading

    private static let names = ["company", "phone"].flatMap { name in
        [name] + Language.allCases.map { "\(name).\($0.rawValue)" }
    }

    private mutating func read(_ contents: String, file: String) throws(GasworksError) {
        let lines = contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var open: (section: NoticeSection, line: Int)?
        var body: [Substring] = []
        var seen: Set<NoticeSection> = []
        for (index, line) in lines.enumerated() where line.first != "#" {
            guard line.first == "[" else {
                if open != nil { body.append(line) } else { try define(line, file: file, number: index + 1) }
                continue
            }
            if let open { try close(open, body, file: file) }
            let name = line.dropFirst().prefix { $0 != "]" }
            guard let section = NoticeSection(name) else {
                throw .badTemplate(
                    TemplateProblem(
                        file: file, line: index + 1, name: String(name.prefix(60)), fault: .unknownSection,
                        known: NoticeSection.all.map(\.name)))
            }
            guard seen.insert(section).inserted else {
                throw .badTemplate(
                    TemplateProblem(file: file, line: index + 1, name: section.name, fault: .duplicateSection))
            }
            (open, body) = ((section, index + 1), [])
        }
        if let open { try close(open, body, file: file) }
    }

    private mutating func define(_ line: Substring, file: String, number: Int) throws(GasworksError) {
        if line.allSatisfy(\.isWhitespace) { return }
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, Self.names.contains(String(parts[0])) else {
            throw .badTemplate(
                TemplateProblem(
                    file: file, line: number, name: String(line.prefix(40)), fault: .textOutsideSection,
                    known: Self.names))
        }
        definitions[String(parts[0])] = String(parts[1].drop { $0.isWhitespace })
    }

    private mutating func close(
        _ open: (section: NoticeSection, line: Int), _ body: [Substring], file: String
    ) throws(GasworksError) {
        let leading = body.prefix { $0.allSatisfy(\.isWhitespace) }.count
        let text = body.dropFirst(leading).reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        guard !text.isEmpty else {
            throw .badTemplate(
                TemplateProblem(file: file, line: open.line, name: open.section.name, fault: .emptySection))
        }
        let template = try NoticeTemplate(lines: Array(text), file: file, firstLine: open.line + 1 + leading)
        if let missing = open.section.subject.needs.first(where: { !template.fields.contains($0) }) {
            throw .badTemplate(
                TemplateProblem(
                    file: file, line: open.line, name: missing.rawValue, fault: .missingField,
                    known: [open.section.name]))
        }
        sections[open.section] = template
    }
}

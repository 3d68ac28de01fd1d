import Archive
import ArgumentParser
import EmbeddedPostgres
import GasService
import PostgresClient
import Presentation

/// An error as the user meets it: words on standard error, and an exit status.
///
/// The one place where this is decided.
struct Failure {
    private let error: GasworksError
    /// The clock by which people read the error's instants; nil when no database told it.
    private let zone: UtilityTimeZone?

    init(_ error: any Error) {
        let local = error as? LocalError
        zone = local?.zone
        self.error =
            switch local?.error ?? error {
            case let error as GasworksError: error
            case let error as EmbeddedPostgresError: GasworksError(error)
            case let error as PostgresError: GasworksError(error, during: Self.command)
            default:
                Gasworks.exitCode(for: error) == .validationFailure
                    ? .usage(reason: Self.wrongUsage(error).spoken)
                    : .unexpected(sqlState: "", message: String(describing: error))
            }
    }

    /// The noun and verb of this run, to name what may or may not have been stored.
    private static var command: String { arguments.prefix(2).joined(separator: " ") }

    private static var arguments: [String] { ArgumentOrder.normalized(Array(CommandLine.arguments.dropFirst())) }

    /// What is wrong with how the command was written.
    private static func wrongUsage(_ error: any Error) -> Phrase {
        if let program = try? CommandDescription.program(), let mistyped = MistypedCommand(arguments, in: program) {
            return mistyped.phrase
        }
        return ParserMessage(Gasworks.message(for: error)).phrase
    }

    /// The command whose help is of use: the one that was called, or as much of it as there is.
    private static var helped: String {
        guard let program = try? CommandDescription.program() else { return "gasworks" }
        return program.command(named: arguments).words.joined(separator: " ")
    }

    /// The error in words, instants told by a clock where there is one.
    private func explanation(told: InstantWords) -> ErrorExplanation {
        guard case .usage = error else { return ErrorExplanation(error, told: told) }
        return ErrorExplanation(error, told: told, command: Self.helped)
    }

    /// 64 for wrong usage, 65 for bad input, 69 for a database or gateway out of reach, 77 for what a rule or role refuses.
    var exitStatus: Int32 { error.category.exitStatus }

    /// The bad rows that are shown to people; a file with more is best mended by its cause.
    private static let rowLimit = 50

    /// One line an error; the bad rows of an import come first, a line each.
    ///
    /// - Parameters:
    ///   - language: the reader's.
    ///   - listsAllRows: whether to name every bad row, for a file, or as many as a person reads.
    /// - Returns: lines, each ended by a newline.
    func text(in language: Language, listsAllRows: Bool = false) -> String {
        let label = Phrase.errorLabel.text(in: language)
        let shown = rowProblems.prefix(listsAllRows ? .max : Self.rowLimit)
        var lines = shown.map { ErrorExplanation($0).line(in: language) }
        if shown.count < rowProblems.count {
            lines.append(Phrase.furtherProblems(rowProblems.count - shown.count).text(in: language))
        }
        lines.append(label + explanation(told: InstantWords(zone)).line(in: language))
        return lines.map { $0 + "\n" }.joined()
    }

    /// One object on one line: `{"error": {"code", "category", "message", "cure", facts…}}`, instants in UTC.
    func json(in language: Language) -> String {
        let explanation = explanation(told: InstantWords(nil))
        var members: [JSONValue.Member] = [
            .init("code", .string(error.code)),
            .init("category", .string(error.category.rawValue)),
            .init("message", .string(explanation.message.text(in: language))),
            .init("cure", .string(explanation.cure.text(in: language))),
        ]
        members.append(.init("facts", .object(error.facts.map { .init($0.name, .string($0.value)) })))
        if !rowProblems.isEmpty {
            members.append(.init("rows", .array(rowProblems.map { Self.json($0, language) })))
        }
        let value: JSONValue = ["error": .object(members)]
        return value.text() + "\n"
    }

    private var rowProblems: [RowProblem] {
        if case .badRows(let problems) = error { problems } else { [] }
    }

    private static func json(_ problem: RowProblem, _ language: Language) -> JSONValue {
        let explanation = ErrorExplanation(problem)
        return [
            "file": .string(problem.file),
            "line": problem.line.map { .integer(Int64($0)) } ?? .null,
            "column": problem.column.map { .string($0) } ?? .null,
            "value": problem.value.map { .string($0) } ?? .null,
            "code": .string(problem.fault.rawValue),
            "message": .string(explanation.message.text(in: language)),
            "cure": .string(explanation.cure.text(in: language)),
        ]
    }
}

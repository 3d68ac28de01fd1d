import Archive
import GasService
import PostgresClient
import Presentation

/// The list behind a figure on its way out, line by line.
struct CoverageListing {
    private let figure: CoverageFigure?
    private let query: CoverageQuery
    private let context: CommandContext

    init(_ figure: CoverageFigure?, _ query: CoverageQuery, in context: CommandContext) {
        self.figure = figure
        self.query = query
        self.context = context
    }

    /// Writes the list in the format that was asked for.
    nonisolated(nonsending) func write(from database: GasworksDatabase) async throws {
        let zone = database.installation.timeZone
        switch context.format {
        case .csv: try await writeCSV(forAuthority: false, from: database)
        case .json:
            var writer = JSONArrayWriter(output: StandardStream.output.chunked())
            try await each(from: database) { try writer.add($0) }
            try writer.finish()
        case .table:
            var rows: [CoverageEntryAnswer] = []
            try await each(from: database) { rows.append($0) }
            try context.answer(rows, as: CoverageEntryAnswer.listing(in: zone))
        }
    }

    /// Writes CSV as the database makes it, with the header in front.
    nonisolated(nonsending) func writeCSV(forAuthority: Bool, from database: GasworksDatabase) async throws {
        let language: Language = forAuthority ? .zh : context.language
        let export = CoverageExport(
            figure, query, columns: forAuthority ? .authority : .full, words: CoverageExport.Words(language))
        var output = StandardStream.output.chunked()
        if forAuthority { output.add([0xEF, 0xBB, 0xBF]) }
        let header = forAuthority ? AuthorityHeader.inspections : CoverageExport.fullHeader
        output.add(header.joined(separator: ",") + "\r\n")
        try output.flush()
        try await database.read { connection in
            for try await piece in try await export.start(on: connection) { try Self.write(piece) }
        }
    }

    private nonisolated(nonsending) func each(
        from database: GasworksDatabase, _ body: (CoverageEntryAnswer) throws -> Void
    ) async throws {
        try await database.read { connection in
            try await CoverageEntry.each(of: figure, query, on: connection) { try body(CoverageEntryAnswer($0)) }
        }
    }

    /// Writes whole lines, ended as RFC 4180 has it.
    private static func write(_ piece: [UInt8]) throws {
        let lines = [UInt8](unsafeUninitializedCapacity: piece.count * 2) { buffer, count in
            for byte in piece {
                if byte == 0x0A {
                    buffer[count] = 0x0D
                    count += 1
                }
                buffer[count] = byte
                count += 1
            }
        }
        try lines.withUnsafeBytes { try StandardStream.output.write($0) }
    }
}

extension CoverageExport.Words {
    /// The words of a language.
    init(_ language: Language) {
        self.init(
            classes: Self.words(CustomerClass.allCases) { Phrase($0).text(in: language) },
            results: Self.words(VisitResult.allCases) { Phrase($0).text(in: language) },
            standings: Self.words(CoverageStanding.allCases) { Phrase($0).text(in: language) })
    }

    private static func words<Code: Hashable>(_ codes: [Code], _ word: (Code) -> String) -> [Code: String] {
        Dictionary(uniqueKeysWithValues: codes.map { ($0, word($0)) })
    }
}

import Presentation

/// How a command answers, in whichever format was asked for.
extension CommandContext {
    /// Answers with a list: rows as a table or CSV, the same rows as a JSON array.
    func answer<Row: Encodable>(_ rows: [Row], as listing: Listing<Row>, totals: Row? = nil) throws {
        try answer(rows, json: rows, as: listing, totals: totals)
    }

    /// Answers with a list whose JSON holds more, or other things, than its rows.
    func answer<Row>(_ rows: [Row], json: some Encodable, as listing: Listing<Row>, totals: Row? = nil) throws {
        switch format {
        case .table:
            let table = listing.table(rows, totals: totals)
            try StandardStream.output.write(table.text(in: language, width: StandardStream.output.width))
        case .csv:
            var writer = CSVWriter(CSVWriter.Dialect(language: language), output: StandardStream.output.chunked())
            try listing.writeCSV(rows, to: &writer)
            try writer.finish()
        case .json: try writeJSON(json)
        }
    }

    /// Answers with one thing, line by line.
    func answer(_ value: some Encodable, as sheet: Sheet) throws {
        switch format {
        case .table: try StandardStream.output.write(sheet.text(in: language))
        case .csv: try writeRecord(try JSONValue(encoding: value))
        case .json: try writeJSON(value)
        }
    }

    /// Answers with a sentence: what was done.
    func answer(_ value: some Encodable, saying sentence: Phrase) throws {
        switch format {
        case .table: try StandardStream.output.write(TerminalText.safe(sentence.text(in: language)) + "\n")
        case .csv: try writeRecord(try JSONValue(encoding: value))
        case .json: try writeJSON(value)
        }
    }

    /// Says a sentence beneath a table; to be called only where the format is a table.
    func say(_ sentence: Phrase) throws {
        try StandardStream.output.write(TerminalText.safe(sentence.text(in: language)) + "\n")
    }

    /// Shows a sheet above a table, likewise.
    func show(_ sheet: Sheet) throws {
        try StandardStream.output.write(sheet.text(in: language) + "\n")
    }

    /// Writes a value as JSON: for a terminal indented, else on one line.
    func writeJSON(_ value: some Encodable) throws {
        let layout: JSONLayout = StandardStream.output.isTerminal ? .indented : .compact
        try StandardStream.output.write(try JSONValue(encoding: value).text(layout) + "\n")
    }

    /// One object as CSV: its names, then its values; what is nested stays JSON.
    private func writeRecord(_ value: JSONValue) throws {
        guard case .object(let members) = value else { return try writeJSON(value) }
        var writer = CSVWriter(output: StandardStream.output.chunked())
        try writer.writeHeader(members.map(\.name))
        for member in members {
            switch member.value {
            case .null: writer.add(.empty)
            case .string(let text): writer.add(.text(text))
            default: writer.add(.text(member.value.text()))
            }
        }
        try writer.endRow()
        try writer.finish()
    }
}

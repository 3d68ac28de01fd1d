extension PostgresQuery {
    /// The SQL with its values written as literals, for statements to which the protocol cannot bind values (COPY).
    ///
    /// - Throws: ``PostgresError/protocolViolation(_:)`` for a value of a type this client does not know to write.
    package func inlined() throws(PostgresError) -> String {
        guard bindings.count > 0 else { return sql }
        guard pieces.count == bindings.count + 1 else {
            throw .protocolViolation("the values of unsafe SQL cannot be written as literals")
        }
        var text = pieces[0]
        var offset = 0
        for index in 0..<bindings.count {
            let length = Int(bindings.lengths[index])
            let type = bindings.types[index]
            if length < 0 {
                text += "NULL"
            } else {
                let literal = bindings.buffer.bytes[offset..<offset + length].withUnsafeBytes { bytes in
                    Result { () throws(PostgresMismatch) in
                        try Self.literal(PostgresCell(bytes: bytes, type: type))
                    }
                }
                guard case .success(let written) = literal else {
                    throw .protocolViolation("a value of type \(type) cannot be written as a literal")
                }
                text += written
                offset += length
            }
            text += pieces[index + 1]
        }
        return text
    }

    private static func literal(_ cell: PostgresCell) throws(PostgresMismatch) -> String {
        switch cell.type {
        case .bool: return try Bool(postgresCell: cell) ? "TRUE" : "FALSE"
        case .int2, .int4, .int8: return "'\(try Int64(postgresCell: cell))'::\(cell.type)"
        case .float4: return "'\(try Float(postgresCell: cell))'::real"
        case .float8: return "'\(try Double(postgresCell: cell))'::double precision"
        case .text, .json, .jsonb: return "\(quoted(literal: try String(postgresCell: cell)))::\(cell.type)"
        case .bytea, .uuid:
            let digits = cell.bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }
            return cell.type == .uuid ? "'\(digits.joined())'::uuid" : "'\\x\(digits.joined())'::bytea"
        case .date:
            let date = try PostgresDate(postgresCell: cell)
            return date.isInfinite
                ? "'\(date == .infinity ? "" : "-")infinity'::date" : "(date '2000-01-01' + (\(date.daysSince2000)))"
        case .timestamptz:
            let instant = try PostgresTimestamp(postgresCell: cell)
            guard !instant.isInfinite else { return "'\(instant == .infinity ? "" : "-")infinity'::timestamptz" }
            let microseconds = "'\(instant.microsecondsSince2000) microseconds'::interval"
            return "(timestamptz '2000-01-01 00:00:00+00' + \(microseconds))"
        default: return try array(cell)
        }
    }

    private static func array(_ cell: PostgresCell) throws(PostgresMismatch) -> String {
        var reader = ArrayReader(cell: cell)
        var elements: [String] = []
        for _ in 0..<(try reader.header()) {
            elements.append(
                try reader.next().map { element throws(PostgresMismatch) in try literal(element) } ?? "NULL")
        }
        return "ARRAY[\(elements.joined(separator: ", "))]::\(cell.type)"
    }
}

/// Text as an SQL literal, whatever `standard_conforming_strings` says.
private func quoted(literal text: String) -> String {
    let doubled = text.reduce(into: "") { quoted, character in
        if character == "'" || character == "\\" { quoted.append(character) }
        quoted.append(character)
    }
    return text.contains("\\") ? " E'\(doubled)'" : "'\(doubled)'"
}

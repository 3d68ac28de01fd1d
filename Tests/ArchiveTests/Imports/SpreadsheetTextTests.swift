import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Presentation
import Testing

struct SpreadsheetTextTests {
    private static let openings = [
        "", "'", "''", " ", "\u{A0}", "\u{3000}", "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        "\t",
        "\r", "\n", "a", "7", "-7", "-7.5", "7.", "-.5", ".5", "é", "路", "ё", "\u{1F525}", "\u{E000}",
    ]

    /// Every text of up to three openings, and some endings.
    private static let texts: [String] = openings.flatMap { one in
        openings.flatMap { two in
            ["", "x", "=1+1", "12", "-12.5", " ", "'"].map { one + two + $0 }
        }
    }

    @Test(.gasworks) func `the database defuses exactly what the program defuses, and in the same way`() async throws {
        let connection = try await session(as: .compliance, at: nil)
        let texts = Array(Set(Self.texts)).sorted()
        let guarded = try await connection.query(
            """
            SELECT gasworks.spreadsheet_text(t.text)
            FROM unnest(\(texts)::text[]) WITH ORDINALITY AS t (text, number) ORDER BY t.number
            """,
            as: String.self)
        #expect(guarded.count == texts.count && texts.count > 3_000)
        for (text, answer) in zip(texts, guarded) {
            #expect(
                Array(answer.unicodeScalars) == Array(FormulaGuard.guarded(text).unicodeScalars),
                "\(text.debugDescription)")
        }
    }
}

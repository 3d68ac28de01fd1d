public import Foundation

/// Reads what a `LineWriter` writes.
public enum LineReader {
    /// Hands on each line, read as JSON, until the pipe ends; what is none of the kind expected is passed over.
    public static func read<Line: Decodable>(
        _ input: FileHandle, as kind: Line.Type = Line.self, _ handle: (Line) -> Void
    ) {
        var rest = Data()
        while true {
            let piece = input.availableData
            if piece.isEmpty { return }
            rest.append(piece)
            while let end = rest.firstIndex(of: 0x0A) {
                if let line = try? JSONDecoder().decode(Line.self, from: rest[..<end]) { handle(line) }
                rest = rest[rest.index(after: end)...]
            }
            rest = Data(rest)
        }
    }
}

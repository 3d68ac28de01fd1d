import GasService

extension Cell {
    /// The cell as people read it, harmless to a terminal.
    package func terminalText(in language: Language) -> String {
        switch self {
        case .text(let text): TerminalText.safe(text)
        case .phrase(let phrase): TerminalText.safe(phrase.text(in: language))
        case .integer(let number): number.grouped
        case .decimal(let number, let places): Decimals.text(number, places: places)
        case .ratio(let ratio): Decimals.text(ratio * 100, places: 1) + " %"
        case .date(let date): date.description
        case .instant(let instant, let zone): zone.minuteText(of: instant)
        case .empty: "–"
        }
    }
}

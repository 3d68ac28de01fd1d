import Testing

@testable import Presentation

@Suite("Terminal safety")
struct TerminalTextTests {
    @Test("No control character of data reaches the terminal")
    func controls() {
        for value in UInt32(0)...0x9F {
            guard let scalar = Unicode.Scalar(value), value < 0x20 || value >= 0x7F else { continue }
            let safe = TerminalText.safe("a\(scalar)b")
            #expect(safe.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(safe.unicodeScalars.count == 3)
        }
    }

    @Test("An escape sequence is shown, not obeyed")
    func escape() {
        #expect(TerminalText.safe("\u{1B}]0;owned\u{07}") == "␛]0;owned␇")
    }

    @Test("Nothing can turn the reading direction", arguments: ["\u{202E}", "\u{2066}", "\u{200F}", "\u{061C}"])
    func direction(mark: String) {
        #expect(TerminalText.safe("x\(mark)y") == "x\u{FFFD}y")
    }

    @Test(
        "Names of all scripts pass unchanged", arguments: ["中山路 5 号", "Ленина, 5", "O'Brien", "שלום", "👩‍👧", "نمی‌خواهم"])
    func names(text: String) {
        #expect(TerminalText.safe(text) == text)
    }
}

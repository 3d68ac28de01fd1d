import Foundation
import Testing

@Suite("Chinese typography")
struct ChineseTypographyTests {
    @Test("Beside a Chinese character punctuation of the catalogue is Chinese (GB/T 15834)")
    func punctuation() throws {
        let catalogue = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Presentation")
        let files = FileManager.default.enumerator(at: catalogue, includingPropertiesForKeys: nil)
        var count = 0
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            // The authorities' headings are theirs to spell.
            if file.lastPathComponent == "AuthorityHeader.swift" { continue }
            count += 1
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let fault = line.firstMatch(of: #/[\u{4E00}-\u{9FFF}][,:;?!(]|[,:;?!][\u{4E00}-\u{9FFF}]/#)
                #expect(fault == nil, "\(file.lastPathComponent): \(line)")
            }
        }
        #expect(count > 50)
    }
}

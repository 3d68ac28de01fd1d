import Synchronization
import Testing

@testable import Presentation

@Suite("Progress")
struct ProgressTests {
    @Test("A thousand steps in no time write two lines: the first and the last; then the line is taken away")
    func throttled() {
        let written = Mutex<[String]>([])
        let moment = ContinuousClock.now
        let progress = TerminalProgress(
            language: .zh, width: 60, now: { moment }, write: { text in written.withLock { $0.append(text) } })
        for done in 1...1000 { progress.report(.households, done: done, of: 1000) }
        progress.finish()
        let lines = written.withLock { $0 }
        #expect(lines.count == 3)
        #expect(lines[0].contains("户数"))
        #expect(lines[1].contains("100 %  1,000/1,000"))
        #expect(lines[2] == "\r\u{1B}[K")
    }
}

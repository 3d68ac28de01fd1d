import GasService
import Testing

@Suite("The back-off of a notice")
struct NoticeBackOffTests {
    private let backOff = NoticeBackOff(first: 30, longest: 3600)

    @Test("waits between half and the whole of a doubling wait, and no longer than the ceiling")
    func bounds() {
        for attempt in 1...40 {
            let whole = min(3600, 30 << min(attempt - 1, 20))
            for number in 0..<50 {
                #expect(((whole + 1) / 2...whole).contains(backOff.wait(after: attempt, key: "A1-\(number)")))
            }
        }
    }

    @Test("waits equally long for the same notice, and spreads notices that failed together")
    func spread() {
        let waits = (0..<1000).map { backOff.wait(after: 5, key: "A1-\($0)") }
        #expect(waits == (0..<1000).map { backOff.wait(after: 5, key: "A1-\($0)") })
        // 480 seconds at the fifth try: 241 waits to choose from, of which a thousand notices take nearly all.
        #expect(Set(waits).count > 200)
    }
}

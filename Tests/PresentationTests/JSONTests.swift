import Foundation
import GasService
import Testing

@testable import Presentation

@Suite("JSON")
struct JSONTests {
    private struct Sample: Encodable {
        let crewID: String
        let isURLKnown = true
        let sqlState: Int? = nil
        let accountNo = "1"
        let at: Instant
        let date: CalendarDate
        let nested: [Inner]
        let counts = ["B two": 2, "A oneTwo": 1]
        let ratio = 0.5
    }

    private struct Inner: Encodable {
        let visitResult: VisitResult
    }

    @Test("Keys are snake_case in the order of declaration, times are UTC, keys that are data stay")
    func stable() throws {
        let sample = Sample(
            crewID: "A1", at: try #require(Instant("2026-11-25T08:00:00+02:00")),
            date: try #require(CalendarDate("2026-02-28")), nested: [Inner(visitResult: .noAccess)])
        let expected = """
            {"crew_id":"A1","is_url_known":true,"account_no":"1","at":"2026-11-25T06:00:00Z","date":"2026-02-28",\
            "nested":[{"visit_result":"no_access"}],"counts":{"A oneTwo":1,"B two":2},"ratio":0.5}
            """
        #expect(try JSONValue(encoding: sample).text() == expected)
    }

    @Test(
        "What is written, another reader reads back",
        arguments: ["\u{0}\u{1F}\"\\/", "</script>", "中\u{2028}👩‍👧", "\u{9B}\u{202E}"])
    func strings(text: String) throws {
        let json = JSONValue.array([.string(text)]).text()
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
        #expect(read == [text])
        #expect(!json.contains("<"))
        #expect(TerminalText.safe(json) == json)
    }

    @Test("Numbers are whole when they are, and nothing when they are not numbers")
    func numbers() {
        let value: JSONValue = .array([.number(3), .number(0.1), .number(.infinity), .integer(.min), .unsigned(.max)])
        #expect(value.text() == "[3,0.1,null,-9223372036854775808,18446744073709551615]")
    }

    @Test("Indented text reads as an outline")
    func indented() {
        let value: JSONValue = ["a": [1, []], "b": [:]]
        #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}")
    }

    @Test("A stream of elements is one array, an empty one too")
    func stream() throws {
        for count in 0...3 {
            var bytes: [UInt8] = []
            try withUnsafeMutablePointer(to: &bytes) { target in
                var writer = JSONArrayWriter(output: ChunkedWriter { target.pointee.append(contentsOf: $0) })
                for number in 0..<count { try writer.add(["n": number]) }
                try writer.finish()
            }
            let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Int]]
            #expect(read?.count == count)
        }
    }

    @Test("A route answers by the command contract")
    func route() throws {
        let route = try #require(try SampleRoutes.document().routes.first)
        let text = try JSONValue(encoding: route).text()
        #expect(text.hasPrefix("{\"crew_id\":\"A1-I1\",\"date\":\"2026-11-25\",\"version\":4,"))
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let stop = (read?["stops"] as? [[String: Any]])?.last
        #expect(stop?["arrival"] as? String == "2026-11-25T08:15:00Z")
        let job = (stop?["jobs"] as? [[String: Any]])?.first
        #expect(job?["account_no"] as? String == "00000003")
        #expect(job?["id"] as? String == "A1-3")
    }
}

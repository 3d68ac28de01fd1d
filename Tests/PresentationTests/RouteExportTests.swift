import Foundation
import GasService
import Testing

@testable import Presentation

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Route exports")
struct RouteExportTests {
    private func text(_ format: RouteFormat, _ language: Language = .en) throws -> String {
        var bytes: [UInt8] = []
        let document = try SampleRoutes.document()
        try withUnsafeMutablePointer(to: &bytes) { target in
            var output = ChunkedWriter { target.pointee.append(contentsOf: $0) }
            try format.export(document, language: language, to: &output)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("The same plan gives the same bytes", arguments: RouteFormat.allCases)
    func deterministic(format: RouteFormat) throws {
        let first = try text(format)
        #expect(try text(format) == first)
        #expect(!first.isEmpty)
    }

    @Test("GeoJSON holds a line a crew and a point a depot and stop, longitude first")
    func geoJSON() throws {
        let root = try JSONSerialization.jsonObject(with: Data(text(.geojson).utf8)) as? [String: Any]
        #expect(root?["type"] as? String == "FeatureCollection")
        let features = try #require(root?["features"] as? [[String: Any]])
        let geometries = features.compactMap { $0["geometry"] as? [String: Any] }
        #expect(geometries.map { $0["type"] as? String }.filter { $0 == "LineString" }.count == 2)
        #expect(geometries.map { $0["type"] as? String }.filter { $0 == "Point" }.count == 8)
        let line = try #require(geometries.first?["coordinates"] as? [[Double]])
        #expect(line.count == 5)
        #expect(line.first == [24.9378, 60.1666])
        #expect(line.first == line.last)
        let breaks = (features.first?["properties"] as? [String: Any])?["breaks"] as? [[String: String]]
        #expect(breaks == [["starts_at": "2026-11-25T06:45:00Z", "ends_at": "2026-11-25T07:10:00Z"]])
    }

    @Test("GPX is well-formed and goes from depot to depot")
    func gpx() throws {
        let counter = ElementCounter()
        let parser = XMLParser(data: Data(try text(.gpx, .zh).utf8))
        parser.delegate = counter
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(counter.counts["rte"] == 2)
        #expect(counter.counts["rtept"] == 10)
        #expect(counter.text.contains("onerror=alert(1)"))
    }

    @Test("iCalendar lines end in CRLF, take 75 octets at most, and unfold to what was meant")
    func calendar() throws {
        let calendar = try text(.ics)
        #expect(!calendar.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" })
        let lines = calendar.utf8.split(separator: 0x0A, omittingEmptySubsequences: true)
        #expect(
            lines.allSatisfy {
                $0.last == 0x0D && $0.count <= 76 && String(validating: Array($0), as: UTF8.self) != nil
            })
        let unfolded = calendar.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        #expect(unfolded.filter { $0 == "BEGIN:VEVENT" }.count == 8, "three stops and a break for each of two crews")
        #expect(unfolded.contains("DTSTART:20261125T061500Z"))
        #expect(unfolded.contains("GEO:60.174600;24.931800"))
        #expect(Set(unfolded.filter { $0.hasPrefix("UID:") }).count == 8)
        let rest = try #require(unfolded.firstIndex(of: "SUMMARY:Break"))
        #expect(unfolded[rest - 2..<rest] == ["DTSTART:20261125T064500Z", "DTEND:20261125T071000Z"])
        #expect(unfolded.contains { $0.hasPrefix("LOCATION:Уланский переулок\\, 中山路 2 号院\\, ") })
        #expect(unfolded.contains { $0.contains("'x'\\; =1+1") })
    }

    @Test("CSV holds one line a job and defuses what data brings along")
    func csv() throws {
        let csv = try text(.csv)
        #expect(csv.hasPrefix("crew_id,date,version,sequence,arrival,"))
        #expect(csv.utf8.split(separator: 0x0A).count == 7)
    }

    @Test("The map asks for nothing from elsewhere and takes no markup from data")
    func map() throws {
        let page = try text(.html)
        let opening = try #require(page.range(of: "id=\"data\">"))
        let closing = try #require(page.range(of: "</script>", range: opening.upperBound..<page.endIndex))
        let data = page[opening.upperBound..<closing.lowerBound]
        #expect(!data.contains { "<>&".contains($0) })
        let shell = page[..<opening.upperBound] + page[closing.lowerBound...]
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("default-src 'none'"))
        for forbidden in ["<img", "src=", "@import", "url(", "innerHTML", "fetch(", "<link", "eval("] {
            #expect(!shell.contains(forbidden), "\(forbidden)")
        }
        let addresses = page.matches(of: /https?:\/\/[^"' ]+/).map { String($0.output) }
        #expect(Set(addresses) == ["http://www.w3.org/2000/svg"])
        #expect(page.components(separatedBy: "</script>").count == 3)
    }

    @Test("The map's data is the plan, in local time")
    func mapData() throws {
        let page = try text(.html)
        let opening = try #require(page.range(of: "id=\"data\">"))
        let closing = try #require(page.range(of: "</script>", range: opening.upperBound..<page.endIndex))
        let json = Data(page[opening.upperBound..<closing.lowerBound].utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let routes = try #require(root["routes"] as? [[String: Any]])
        let stop = (routes.first?["stops"] as? [[String: Any]])?.first
        let arrival = try #require(stop?["at"] as? Double)
        #expect(arrival == 495.0)
        #expect(stop?["address"] as? String == SampleRoutes.hostile)
        #expect(routes.first?["breaks"] as? [[Double]] == [[525, 550]])
        #expect(root["buildings"] as? [Int] == [2_493_780, 6_016_660, 1_220, 350])
    }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { counts[name, default: 0] += 1 }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

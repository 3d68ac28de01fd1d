/// The forms in which a day's routes can be exported.
package enum RouteFormat: String, Sendable, Hashable, CaseIterable {
    /// For geographic information systems (RFC 7946).
    case geojson
    /// For navigation devices (GPX 1.1 routes).
    case gpx
    /// For calendars (RFC 5545).
    case ics
    /// A map in one file, for a browser with or without a network.
    case html
    /// One line a job, for a spreadsheet.
    case csv

    /// Writes the whole document.
    package func export(_ document: RouteDocument, language: Language, to output: inout ChunkedWriter) throws {
        switch self {
        case .geojson: output.add(RouteGeoJSON.text(of: document))
        case .gpx: output.add(RouteGPX.text(of: document, language: language))
        case .ics: output.add(RouteCalendar.text(of: document, language: language))
        case .html: output.add(RouteMap.page(of: document, language: language))
        case .csv:
            var writer = CSVWriter(CSVWriter.Dialect(language: language), output: output)
            try RouteListing.jobs(in: document.timeZone).writeCSV(RouteListing.rows(of: document), to: &writer)
            try writer.finish()
            return
        }
        try output.flush()
    }
}

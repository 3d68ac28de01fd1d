import GasService

/// A day's routes as iCalendar (RFC 5545): one event a stop and one a break.
package enum RouteCalendar {
    /// The document as a calendar to be imported or subscribed to.
    ///
    /// An event keeps its UID from one version of the plan to the next as long as its first job stays with the crew, and
    /// counts versions in SEQUENCE: so a calendar that is imported again moves events instead of doubling them.
    package static func text(of document: RouteDocument, language: Language) -> String {
        var calendar = CalendarText()
        calendar.add("BEGIN", raw: "VCALENDAR")
        calendar.add("VERSION", raw: "2.0")
        calendar.add("PRODID", raw: "-//Gasworks//Routes//EN")
        calendar.add("CALSCALE", raw: "GREGORIAN")
        calendar.add("METHOD", raw: "PUBLISH")
        calendar.add("X-WR-CALNAME", text: Phrase.routes(on: document.date).text(in: language))
        for route in document.routes {
            for stop in route.stops { append(stop, of: route, in: document, language, to: &calendar) }
            for number in route.breaks.indices { appendBreak(number, of: route, in: document, language, to: &calendar) }
        }
        calendar.add("END", raw: "VCALENDAR")
        return calendar.text
    }

    private static func append(
        _ stop: RouteStop, of route: CrewRoute, in document: RouteDocument, _ language: Language,
        to calendar: inout CalendarText
    ) {
        let anchor = stop.jobs.first?.id.text ?? "stop-\(stop.sequence)"
        let jobs = stop.jobs.map { job in
            let place = Phrase.place(unit: job.unit, floor: job.floor).text(in: language)
            let words = [
                job.id.text, Phrase(code: job.kind).text(in: language), job.accountNo.text, place, job.note ?? "",
            ]
            return words.filter { !$0.isEmpty }.joined(separator: " · ")
        }
        begin(anchor, from: stop.arrival, until: stop.departure, of: route, in: document, &calendar)
        let count = Phrase.jobCount(stop.jobs.count).text(in: language)
        calendar.add("SUMMARY", text: "\(stop.sequence). \(stop.address) (\(count))")
        calendar.add("LOCATION", text: stop.address)
        calendar.add(
            "GEO",
            raw: Decimals.text(stop.position.latitude, places: 6) + ";"
                + Decimals.text(stop.position.longitude, places: 6))
        calendar.add("CATEGORIES", text: route.name)
        calendar.add("DESCRIPTION", text: jobs.joined(separator: "\n"))
        calendar.add("END", raw: "VEVENT")
    }

    private static func appendBreak(
        _ number: Int, of route: CrewRoute, in document: RouteDocument, _ language: Language,
        to calendar: inout CalendarText
    ) {
        let rest = route.breaks[number]
        begin("break-\(number + 1)", from: rest.startsAt, until: rest.endsAt, of: route, in: document, &calendar)
        calendar.add("SUMMARY", text: Phrase.breaks.text(in: language))
        calendar.add("CATEGORIES", text: route.name)
        calendar.add("END", raw: "VEVENT")
    }

    private static func begin(
        _ anchor: String, from start: Instant, until end: Instant, of route: CrewRoute, in document: RouteDocument,
        _ calendar: inout CalendarText
    ) {
        calendar.add("BEGIN", raw: "VEVENT")
        calendar.add("UID", text: "\(route.date)-\(route.crewID.text)-\(anchor)@gasworks")
        calendar.add("SEQUENCE", raw: String(route.version))
        calendar.add("DTSTAMP", document.madeAt)
        calendar.add("DTSTART", start)
        calendar.add("DTEND", end)
    }
}

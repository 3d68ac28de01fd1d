import GasService

/// What the map's script is given.
enum RouteMapData {
    /// The document in the terms of the page: local times, both languages, buildings thinned and packed.
    static func json(of document: RouteDocument, language: Language) -> JSONValue {
        [
            "lang": .string(language.rawValue),
            "date": .string(document.date.description),
            "weekday": both(Phrase(document.date.weekday)),
            "zone": .string(document.timeZone.description),
            "version": .integer(Int64(document.routes.map(\.version).max() ?? 0)),
            "words": RouteMapWords.json,
            "routes": .array(document.routes.map { route($0, document) }),
            "buildings": .array(packed(document.buildings)),
        ]
    }

    private static func route(_ route: CrewRoute, _ document: RouteDocument) -> JSONValue {
        [
            "crew": .string(route.crewID.text),
            "name": .string(route.name),
            "district": .string(route.district.text),
            "depot": route.depot.geoJSON,
            "leaves": time(route.leavesDepot, document),
            "returns": time(route.returnsToDepot, document),
            "breaks": .array(route.breaks.map { [time($0.startsAt, document), time($0.endsAt, document)] }),
            "km": route.distance.map { .number((Double($0) / 100).rounded() / 10) } ?? .null,
            "jobs": .integer(Int64(route.jobCount)),
            "stops": .array(route.stops.map { stop($0, document) }),
        ]
    }

    private static func stop(_ stop: RouteStop, _ document: RouteDocument) -> JSONValue {
        [
            "n": .integer(Int64(stop.sequence)),
            "p": stop.position.geoJSON,
            "at": time(stop.arrival, document),
            "until": time(stop.departure, document),
            "address": .string(stop.address),
            "jobs": .array(
                stop.jobs.map { job in
                    [
                        "id": .string(job.id.text),
                        "account": .string(job.accountNo.text),
                        "kind": both(Phrase(code: job.kind)),
                        "state": .string(job.state),
                        "stateName": both(Phrase(code: job.state)),
                        "class": both(Phrase(job.customerClass)),
                        "place": both(.place(unit: job.unit, floor: job.floor)),
                        "note": job.note.map { .string($0) } ?? .null,
                        "promised": job.appointment.map { [time($0.startsAt, document), time($0.endsAt, document)] }
                            ?? .null,
                    ]
                }),
        ]
    }

    private static func both(_ phrase: Phrase) -> JSONValue { ["en": .string(phrase.en), "zh": .string(phrase.zh)] }

    /// Minutes since the local midnight with which the document's day begins; beyond 1440 after the next one.
    private static func time(_ instant: Instant, _ document: RouteDocument) -> JSONValue {
        let midnight = document.timeZone.instant(of: document.date)
        return .number((Double(instant.microseconds(since: midnight)) / 60_000_000 * 10).rounded() / 10)
    }

    /// Longitudes and latitudes in steps of 10⁻⁵ degree (a metre), each less the one before it; at most 20,000 places,
    /// evenly chosen, for a page must open on a phone.
    private static func packed(_ places: [GeoPoint]) -> [JSONValue] {
        let limit = 20_000
        let step = max(1, (places.count + limit - 1) / limit)
        var numbers: [JSONValue] = []
        var last = (longitude: 0, latitude: 0)
        for index in stride(from: 0, to: places.count, by: step) {
            let place = (
                longitude: Int((places[index].longitude * 100_000).rounded()),
                latitude: Int((places[index].latitude * 100_000).rounded())
            )
            numbers.append(.integer(Int64(place.longitude - last.longitude)))
            numbers.append(.integer(Int64(place.latitude - last.latitude)))
            last = place
        }
        return numbers
    }
}

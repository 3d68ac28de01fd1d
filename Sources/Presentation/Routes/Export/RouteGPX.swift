import GasService

/// A day's routes as GPX 1.1: one `rte` a crew, from depot to depot.
package enum RouteGPX {
    /// The document as XML; elements stand in the order that the GPX schema prescribes.
    package static func text(of document: RouteDocument, language: Language) -> String {
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="Gasworks" xmlns="http://www.topografix.com/GPX/1/1">
            <metadata><name>\(escaped(.routes(on: document.date), language))</name>\
            <time>\(document.madeAt)</time></metadata>

            """
        for route in document.routes { append(route, language, to: &xml) }
        return xml + "</gpx>\n"
    }

    private static func append(_ route: CrewRoute, _ language: Language, to xml: inout String) {
        xml += "<rte><name>\(escaped(.route(of: route.name, on: route.date), language))</name>\n"
        xml += point(route.depot, time: "\(route.leavesDepot)", name: escaped(.leavesDepot, language), description: "")
        for stop in route.stops {
            let jobs = stop.jobs.map { "\($0.id.text) \($0.accountNo.text)" }.joined(separator: "; ")
            xml += point(
                stop.position, time: "\(stop.arrival)",
                name: MarkupText.escaped("\(stop.sequence). \(stop.address)"), description: MarkupText.escaped(jobs))
        }
        xml += point(
            route.depot, time: "\(route.returnsToDepot)", name: escaped(.returnsToDepot, language), description: "")
        xml += "</rte>\n"
    }

    private static func point(_ place: GeoPoint, time: String, name: String, description: String) -> String {
        let latitude = Decimals.text(place.latitude, places: 7)
        let longitude = Decimals.text(place.longitude, places: 7)
        let detail = description.isEmpty ? "" : "<desc>\(description)</desc>"
        return
            "<rtept lat=\"\(latitude)\" lon=\"\(longitude)\"><time>\(time)</time><name>\(name)</name>\(detail)</rtept>\n"
    }

    private static func escaped(_ phrase: Phrase, _ language: Language) -> String {
        MarkupText.escaped(phrase.text(in: language))
    }
}

import GasService

/// A day's routes as GeoJSON (RFC 7946): a LineString a crew, a Point a depot and a stop.
package enum RouteGeoJSON {
    /// The document as one FeatureCollection.
    package static func text(of document: RouteDocument) -> String {
        let features = document.routes.flatMap { route in
            [line(route), depot(route)] + route.stops.map { point($0, of: route) }
        }
        let collection: JSONValue = ["type": "FeatureCollection", "features": .array(features)]
        return collection.text() + "\n"
    }

    private static func line(_ route: CrewRoute) -> JSONValue {
        feature(
            geometry: ["type": "LineString", "coordinates": .array(route.path.map(\.geoJSON))],
            properties: [
                "kind": "route", "crew_id": .string(route.crewID.text), "name": .string(route.name),
                "date": .string(route.date.description), "version": .integer(Int64(route.version)),
                "stops": .integer(Int64(route.stops.count)),
                "breaks": .array(
                    route.breaks.map {
                        ["starts_at": .string($0.startsAt.description), "ends_at": .string($0.endsAt.description)]
                    }),
                "distance_metres": route.distance.map { .integer(Int64($0)) } ?? .null,
            ])
    }

    private static func depot(_ route: CrewRoute) -> JSONValue {
        feature(
            geometry: ["type": "Point", "coordinates": route.depot.geoJSON],
            properties: [
                "kind": "depot", "crew_id": .string(route.crewID.text),
                "leaves_depot": .string(route.leavesDepot.description),
                "returns_to_depot": .string(route.returnsToDepot.description),
            ])
    }

    private static func point(_ stop: RouteStop, of route: CrewRoute) -> JSONValue {
        feature(
            geometry: ["type": "Point", "coordinates": stop.position.geoJSON],
            properties: [
                "kind": "stop", "crew_id": .string(route.crewID.text), "sequence": .integer(Int64(stop.sequence)),
                "arrival": .string(stop.arrival.description), "departure": .string(stop.departure.description),
                "address": .string(stop.address),
                "jobs": .array(stop.jobs.map { .string($0.id.text) }),
            ])
    }

    private static func feature(geometry: JSONValue, properties: JSONValue) -> JSONValue {
        ["type": "Feature", "geometry": geometry, "properties": properties]
    }
}

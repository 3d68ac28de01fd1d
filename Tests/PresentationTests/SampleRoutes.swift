import GasService
import Testing

@testable import Presentation

/// A small day in a town that does its best to break every exporter.
enum SampleRoutes {
    static let hostile = "</script><img src=x onerror=alert(1)> & \"Ivan\u{1B}[31m\u{202E}\", 'x'; =1+1"

    static func document() throws -> RouteDocument {
        let zone = try #require(UtilityTimeZone("Europe/Helsinki"))
        let date = try #require(CalendarDate("2026-11-25"))
        let depot = GeoPoint(latitude: 60.1666, longitude: 24.9378)
        let routes = try ["A1-I1", "A2-I1"].enumerated().map { index, crew in
            let stops = try (1...3).map { try stop($0, crew: index, zone: zone, date: date) }
            return CrewRoute(
                crewID: try #require(CrewID(crew)), date: date, version: 4, district: try #require(DistrictID("A1")),
                name: index == 0 ? "早班 1" : "Бригада", depot: depot, leavesDepot: try at("08:00", zone, date),
                returnsToDepot: try at("16:30", zone, date),
                breaks: [RouteBreak(startsAt: try at("08:45", zone, date), endsAt: try at("09:10", zone, date))],
                distance: 12_340, stops: stops)
        }
        return RouteDocument(
            date: date, timeZone: zone, madeAt: try #require(Instant("2026-11-24T15:00:00Z")), routes: routes,
            buildings: [depot, GeoPoint(latitude: 60.1701, longitude: 24.95)])
    }

    private static func at(_ time: String, _ zone: UtilityTimeZone, _ date: CalendarDate) throws -> Instant {
        zone.instant(of: date, at: try #require(LocalMinute(time)))
    }

    private static func stop(
        _ sequence: Int, crew: Int, zone: UtilityTimeZone, date: CalendarDate
    ) throws -> RouteStop {
        let number = Int64(crew * 10 + sequence)
        let district = try #require(DistrictID("A1"))
        let job = RouteJob(
            id: try #require(JobID(district: district, number: number)),
            accountNo: try #require(AccountNumber("0000000\(sequence)")), kind: "inspection", state: "planned",
            customerClass: .residential, unit: "10\(sequence)", floor: "\(sequence)",
            note: sequence == 2 ? hostile : nil,
            appointment: sequence == 3
                ? .init(startsAt: try at("10:00", zone, date), endsAt: try at("11:00", zone, date)) : nil)
        return RouteStop(
            sequence: sequence, arrival: try at(["08:15", "09:15", "10:15"][sequence - 1], zone, date),
            departure: try at(["08:45", "09:45", "10:45"][sequence - 1], zone, date),
            address: sequence == 1 ? hostile : "Уланский переулок, 中山路 \(sequence) 号院, с очень длинным названием",
            building: BuildingID("B0000\(sequence)"),
            position: GeoPoint(
                latitude: 60.1666 + Double(sequence) * 0.004, longitude: 24.9378 + Double(crew * 2 - 1) * 0.006),
            jobs: [job])
    }
}

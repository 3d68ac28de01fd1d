package import GasService

/// What routes and their exports say.
extension Phrase {
    package static let noRoutes = Phrase(en: "No routes.", zh: "没有路线。")
    package static let leavesDepot = Phrase(en: "Leaves depot", zh: "驻点出发")
    package static let returnsToDepot = Phrase(en: "Back at depot", zh: "返回驻点")
    package static let appointment = Phrase(en: "Appointment", zh: "预约时段")

    /// The title of a day's routes.
    package static func routes(on date: CalendarDate) -> Phrase {
        Phrase(en: "Routes of \(date)", zh: "\(date) 巡检路线")
    }

    /// The title of one crew's route.
    package static func route(of name: String, on date: CalendarDate) -> Phrase {
        Phrase(en: "\(name), \(date)", zh: "\(name)，\(date)")
    }

    /// So many jobs.
    package static func jobCount(_ count: Int) -> Phrase {
        Phrase(en: count.of("job"), zh: "\(count.grouped) 个工单")
    }

    /// So many stops.
    package static func stopCount(_ count: Int) -> Phrase {
        Phrase(en: count.of("stop"), zh: "\(count.grouped) 站")
    }

    /// A distance in kilometres.
    package static func kilometres(_ metres: Int) -> Phrase {
        let text = Decimals.text(Double(metres) / 1000, places: 1)
        return Phrase(en: "\(text) km", zh: "\(text) 公里")
    }

    /// A household within its building; empty when neither unit nor floor is known.
    package static func place(unit: String?, floor: String?) -> Phrase {
        let english = [floor.map { "floor \($0)" }, unit.map { "unit \($0)" }].compactMap(\.self)
        let chinese = [floor.map { "\($0) 层" }, unit.map { "\($0) 室" }].compactMap(\.self)
        return Phrase(en: english.joined(separator: ", "), zh: chinese.joined(separator: " "))
    }
}

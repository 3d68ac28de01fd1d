import GasService
import Testing

@Suite("Hours for the horizon")
struct CrewHoursTests {
    private let monday = day("2026-11-30")
    private var settings: Settings { .standard }

    private func crew(
        _ shift: Range<Int> = 480..<1020, district: DistrictID = .company, standsBy: Bool = false,
        absences: [ClosedRange<CalendarDate>] = [], exceptions: [CalendarDate: Range<Int>] = [:],
        certified: ClosedRange<CalendarDate>? = CalendarDate.earliest...CalendarDate.latest
    ) -> CrewHours {
        CrewHours(
            district: district, shift: shift, exceptions: exceptions, absences: absences, certified: certified,
            standsBy: standsBy)
    }

    @Test("are half of a shift without its break, on working days")
    func shift() {
        #expect(crew().productiveMinutes(on: monday, settings: settings) == 240)
        #expect(crew().productiveMinutes(on: monday.adding(days: 5), settings: settings) == 0)
        let weekends = settings.setting(.weekendWork, to: true)
        #expect(crew().productiveMinutes(on: monday.adding(days: 5), settings: weekends) == 240)
        let holiday = settings.setting(.daysOff, to: DayList([monday]))
        #expect(crew().productiveMinutes(on: monday, settings: holiday) == 0)
        #expect(crew(exceptions: [monday: 540..<660]).productiveMinutes(on: monday, settings: holiday) == 60)
    }

    @Test("count only within visiting hours, and a day's own hours even on a weekend")
    func hours() {
        #expect(crew(0..<480).productiveMinutes(on: monday, settings: settings) == 0)
        #expect(crew(960..<1440).productiveMinutes(on: monday, settings: settings) == 150)
        let saturday = monday.adding(days: 5)
        #expect(crew(exceptions: [saturday: 540..<660]).productiveMinutes(on: saturday, settings: settings) == 60)
    }

    @Test("are none without a valid certificate, in an absence, and for those who stand by")
    func unavailable() {
        #expect(crew(certified: nil).productiveMinutes(on: monday, settings: settings) == 0)
        let expired = CalendarDate.earliest...monday.adding(days: -1)
        #expect(crew(certified: expired).productiveMinutes(on: monday, settings: settings) == 0)
        #expect(crew(absences: [monday...monday]).productiveMinutes(on: monday, settings: settings) == 0)
        #expect(crew(absences: [monday...monday]).productiveMinutes(on: monday.adding(days: 1), settings: settings) > 0)
        #expect(crew(standsBy: true).productiveMinutes(on: monday, settings: settings) == 0)
        let halved = settings.setting(.standbyPercent, to: 50)
        #expect(crew(standsBy: true).productiveMinutes(on: monday, settings: halved) == 120)
    }

    @Test("of crews that serve all go where hours are scarcest for the work, and none are lost")
    func division() throws {
        let (poor, rich) = (try #require(DistrictID("P")), try #require(DistrictID("R")))
        let hours = DistrictHours(
            of: [crew(), crew(district: rich)],
            among: [
                .init(district: poor, settings: settings, yearlyWork: 100),
                .init(district: rich, settings: settings, yearlyWork: 100),
            ], from: monday, days: 5, company: settings)
        #expect(hours[poor] == [240, 240, 240, 240, 240])
        #expect(hours[rich] == [240, 240, 240, 240, 240])
    }
}

@Suite("A street's name")
struct StreetNameTests {
    @Test(
        "is the address without its house number",
        arguments: [
            ("Uudenmaankatu 19-21", "Uudenmaankatu"), ("1-я Останкинская улица 11", "1-я Останкинская улица"),
            ("人民路12号3单元", "人民路"), ("Stockmann", "Stockmann"), ("", ""), ("12", "12"),
            ("17-й проезд Марьиной Рощи вл.4", "17-й проезд Марьиной Рощи вл"),
            ("Aleksanterinkatu 13 A", "Aleksanterinkatu"),
        ])
    func name(address: String, street: String) {
        #expect(StreetName.of(address) == street)
    }
}

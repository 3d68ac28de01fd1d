import FoundationEssentials
import GasService
import Testing

@Suite("Settings")
struct SettingsTests {
    private let north = DistrictID("NORTH") ?? .company

    @Test("have distinct names, a source and a default in their own range")
    func catalogue() {
        #expect(Set(SettingCatalogue.all.map(\.name)).count == SettingCatalogue.all.count)
        for definition in SettingCatalogue.all {
            #expect(definition.accepts(definition.defaultValue), "\(definition.name)")
            #expect(!definition.source.isEmpty)
        }
    }

    @Test("hold in a district before the company's, and by the version of the day")
    func resolution() {
        let name = Setting.reserveDays.definition.name
        let rows = [
            StoredSetting(district: .company, name: name, validFrom: day("2026-06-01"), value: .integer(30)),
            StoredSetting(district: north, name: name, validFrom: day("2026-03-01"), value: .integer(20)),
            StoredSetting(district: .company, name: name, validFrom: day("2026-01-01"), value: .integer(10)),
        ]
        func days(_ district: DistrictID, _ date: String) -> Int {
            Settings(stored: rows, district: district, on: day(date))[.reserveDays]
        }
        #expect(days(north, "2025-12-31") == Setting.reserveDays.standard)
        #expect(days(north, "2026-02-01") == 10)
        #expect(days(north, "2026-07-01") == 20)
        #expect(days(.company, "2026-07-01") == 30)
    }

    @Test("refuse a value out of range, of another type, or a name that is not there")
    func refusals() throws {
        let percent = try SettingCatalogue.definition(named: "plan.productive_percent")
        #expect(throws: GasworksError.invalidSetting(name: percent.name, value: "101", allowed: "5...100")) {
            try percent.parse("101")
        }
        #expect(throws: GasworksError.self) { try percent.parse("ten") }
        #expect(try percent.parse("40", district: north) == .integer(40))
        #expect(throws: GasworksError.unknownSetting(name: "x")) { try SettingCatalogue.definition(named: "x") }
    }

    @Test("days of a calendar are read from a line or a file, and stored as one text")
    func days() throws {
        let definition = try SettingCatalogue.definition(named: "calendar.days_off")
        let file = """
            # Finland
            2027-01-06  # Epiphany
            2027-01-01, 2027-03-26
            """
        let value = try definition.parse(file, district: north)
        #expect(value == .days(DayList([day("2027-01-01"), day("2027-01-06"), day("2027-03-26")])))
        #expect(value.json == #""2027-01-01,2027-01-06,2027-03-26""#)
        #expect(value.summary == "2027-01-01 … 2027-03-26 (3)")
        #expect(try JSONDecoder().decode(SettingValue.self, from: Data(value.json.utf8)) == value)
        #expect(try definition.parse("none") == .days(.none))
        for wrong in ["", "2027-02-30", "2027-01-01 holiday", "none,2027-01-01"] {
            #expect(throws: GasworksError.self) { try definition.parse(wrong) }
        }
    }

    @Test("a day off is no workday, a day made up for is one, and working weekends does not undo a day off")
    func workdays() {
        let monday = day("2027-01-04")
        let saturday = day("2027-01-09")
        #expect(Settings.standard.isWorkday(monday) && !Settings.standard.isWorkday(saturday))
        let calendar = Settings.standard.setting(.daysOff, to: DayList([monday, saturday.adding(days: 1)]))
            .setting(.extraWorkdays, to: DayList([saturday]))
        #expect(!calendar.isWorkday(monday) && calendar.isWorkday(saturday))
        #expect(!calendar.setting(.weekendWork, to: true).isWorkday(saturday.adding(days: 1)))
    }
}

import GasService
import Testing

@Suite("Building stops")
struct StopFormingTests {
    private let date = day("2026-11-25")

    private func candidate(
        _ number: Int, building: String = "B1", customerClass: CustomerClass = .residential,
        campaign: String? = "2026-11-25", deadline: String = "2027-03-01", attempts: [Attempt] = [],
        appointment: DayCandidate.AgreedSpan? = nil
    ) throws -> DayCandidate {
        DayCandidate(
            district: try #require(DistrictID("A1")), account: try #require(AccountNumber("\(10_000 + number)")),
            customerClass: customerClass, building: try #require(BuildingID(building)), address: "Mill Street",
            latitude: 60.1, longitude: 24.9, deadline: day(deadline), campaignDate: campaign.map { day($0) },
            attempts: attempts, appointment: appointment)
    }

    @Test("households of one building make one stop, whose minutes are theirs and those to the door")
    func oneBuilding() throws {
        let households = try (0..<5).map { try candidate($0, customerClass: $0 == 0 ? .commercial : .residential) }
        let formed = StopForming(date: date, settings: .standard).form(households.reversed())
        #expect(formed.stops.count == 1)
        #expect(formed.stops[0].minutes == 5 + 30 + 4 * 6)
        #expect(formed.stops[0].candidates == households)
    }

    @Test("a tower is parted evenly, and no household is lost or doubled", arguments: [1, 19, 20, 57, 200])
    func tower(households: Int) throws {
        let all = try (0..<households).map { try candidate($0) }
        let stops = StopForming(date: date, settings: .standard).form(all).stops
        #expect(stops.flatMap(\.candidates) == all)
        #expect(stops.allSatisfy { $0.minutes <= 120 })
        let sizes = stops.map(\.candidates.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= stops.count)
    }

    @Test("an appointment, a revisit and a campaign in one building are stops of their own")
    func differentWindows() throws {
        let zone = UtilityTimeZone.utc
        let agreed = DayCandidate.AgreedSpan(
            from: zone.instant(of: date, at: try #require(LocalMinute("10:00"))),
            until: zone.instant(of: date, at: try #require(LocalMinute("11:00"))))
        let tried = [Attempt(date: day("2026-11-10"), slot: .weekdayDaytime, result: .noAccess)]
        let stops = try StopForming(date: date, settings: .standard).form([
            candidate(1), candidate(2, attempts: tried), candidate(3, appointment: agreed), candidate(4),
        ]).stops
        #expect(stops.map(\.reason) == [.appointment, .revisit, .campaign])
        #expect(stops.map(\.candidates.count) == [1, 1, 2])
        #expect(stops[1].slots == [.evening])
    }

    @Test("what a rule keeps from being visited is told, and what nothing asks for is passed over")
    func kept() throws {
        let yesterday = [Attempt(date: day("2026-11-24"), slot: .weekdayDaytime, result: .noAccess)]
        let formed = try StopForming(date: date, settings: .standard).form([
            candidate(1, attempts: yesterday), candidate(2, campaign: nil),
        ])
        #expect(formed.stops.isEmpty)
        #expect(formed.kept.map(\.verdict) == [.tooSoon(notBefore: day("2026-12-04"))])
    }

    @Test("a campaign to come is pulled ahead also when the deadline has passed; without one it is overdue")
    func reasons() throws {
        #expect(try candidate(1, campaign: "2026-12-01", deadline: "2026-01-01").reason(on: date) == .pulledAhead)
        #expect(try candidate(1, campaign: nil, deadline: "2026-01-01").reason(on: date) == .overdue)
        #expect(try candidate(1, campaign: "2026-11-20").reason(on: date) == .campaign)
        #expect(try candidate(1, campaign: nil).reason(on: date) == nil)
    }

    @Test("owed visits are worth more than any that is not, minute for minute, and near deadlines more than far ones")
    func prizes() throws {
        func units(_ candidates: [DayCandidate]) throws -> Int {
            let stop = try #require(StopForming(date: date, settings: .standard).form(candidates).stops.first)
            return UrgencyPrize.units(for: stop, on: date, residentialMinutes: 6, otherMinutes: 30)
        }
        let ahead = try units([candidate(1, campaign: "2026-12-05", deadline: "2026-12-06")])
        let overdue = try units([candidate(1, campaign: nil, deadline: "2020-01-01")])
        let owed = try units([candidate(1, deadline: "2028-01-01")])
        let urgent = try units([candidate(1, deadline: "2026-11-26")])
        #expect(ahead < overdue && ahead < owed && owed < urgent)
        // Going there costs eleven minutes at the building; what is left over pays for a way of minutes, not of hours.
        #expect(ahead > 11 * UrgencyPrize.unitsPerMinute && ahead < 60 * UrgencyPrize.unitsPerMinute)
        #expect(owed > 300 * UrgencyPrize.unitsPerMinute)
    }
}

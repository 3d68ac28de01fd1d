import GasService
import Testing

@testable import Presentation

@Suite("Errors in words")
struct ErrorExplanationTests {
    /// One of each case; `GasworksError` has associated values, so the compiler cannot list them.
    private static func all() throws -> [GasworksError] {
        let date = try #require(CalendarDate("2026-11-25"))
        let later = date.adding(days: 5)
        let district = try #require(DistrictID("A1"))
        let crew = try #require(CrewID("A1-I1"))
        let job = try #require(JobID("A1-4711"))
        let account = try #require(AccountNumber("00000001"))
        let instant = try #require(Instant("2026-11-25T08:00:00Z"))
        let troubles: [GasworksError.FileTrouble] = [.missing, .forbidden, .directory, .exists, .broken]
        return troubles.map { .fileUnusable(path: "a.csv", reason: $0) } + [
            .badRows([RowProblem(file: "a.csv", line: 3, fault: .badDate)]),
            .invalidValue(name: "date", value: "x", expected: "YYYY-MM-DD"), .unknownSetting(name: "x"),
            .invalidSetting(name: "x", value: "y", allowed: "1 to 9"),
            .settingNotPerDistrict(name: "x", district: district), .unknownTimeZone(name: "Mars/Base"),
            .unknownAccount("1"), .unknownDistrict("Z"), .unknownCrew("Z"), .unknownJob("Z"), .unknownNode("Z"),
            .unknownCampaign("Z"), .nothingPublished(date: date, district: district),
            .nothingPublished(date: date, district: nil), .nothingPlanned(date: date, district: district),
            .noRoute(crew: crew, date: date), .emptyDatabase,
            .illegalJobState(job: job, state: "closed", wanted: "started"), .jobOfAnotherCrew(job: job, crew: crew),
            .planConflict(subject: "2026-11-25", by: "Wang", at: instant), .dayFrozen(district: district, date: date),
            .dayInPast(date: date, today: later),
            .shortage(district: district, from: date, until: later, missingMinutes: 90),
            .missingCertificate(crew: crew, skill: "inspection", date: date),
            .noCrewOnDuty(district: district, date: date), .householdSuspended(account), .rehearsalClockRefused,
            .roleRefused(action: "publish"), .commandIDReused(id: "x"),
            .chainBroken(district: district, account: "1", sequence: 7),
            .chainBroken(district: district, account: "", sequence: 7),
            .changeInPast(name: "cycle", validFrom: date, today: later),
            .databaseOutOfReach(address: "host", reason: "refused"), .outcomeUnknown(command: "job close"),
            .addressUnusable(address: "[::1]:80", reason: "in use"),
            .newerDatabase(version: "m0009", known: "m0003"), .changedMigration(name: "m0001"),
            .databaseNotReady(.notInstalled), .missingProgram(name: "initdb"),
            .clusterDidNotStart(log: "/x/log"), .unexpected(sqlState: "XX000", message: "boom"),
            .usage(reason: "Missing argument."),
        ]
    }

    @Test("Every error says what happened and what helps, in both languages")
    func complete() throws {
        let errors = try Self.all()
        for error in errors {
            let explanation = ErrorExplanation(error)
            for phrase in [explanation.message, explanation.cure] {
                #expect(!phrase.en.isEmpty && !phrase.zh.isEmpty, "\(error.code)")
                #expect(phrase.zh.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(error.code): \(phrase.zh)")
                #expect(phrase.en.allSatisfy { $0.isASCII }, "\(error.code): \(phrase.en)")
            }
        }
        #expect(Set(errors.map(\.code)).count == 41)
    }

    @Test("Every fault of a row has its words and its cure", arguments: RowFault.allCases)
    func rows(fault: RowFault) {
        let problem = RowProblem(file: "a.csv", line: 7, column: "gas_on", value: "31.2.", fault: fault, expected: "x")
        let line = ErrorExplanation(problem)
        #expect(line.message.en.hasPrefix("a.csv:7: gas_on \"31.2.\": "))
        #expect(line.message.zh.hasPrefix("a.csv:7: gas_on“31.2.”:"))
        #expect(!line.cure.en.isEmpty && !line.cure.zh.isEmpty)
    }

    @Test("Instants are told by the utility's clock where it is known, and in UTC where it is not")
    func instants() throws {
        let starts = try #require(Instant("2026-12-05T07:00:00Z"))
        let now = try #require(Instant("2026-12-04T22:30:00Z"))
        let early = GasworksError.outageRefused(.beforeDeclaredStart(outage: "O-1", starts: starts, now: now))
        let told = InstantWords(UtilityTimeZone("Europe/Helsinki"))
        #expect(
            ErrorExplanation(early, told: told).message.en
                == "O-1 was announced for 2026-12-05 09:00; it is 2026-12-05 00:30.")
        #expect(ErrorExplanation(early).message.en.contains("2026-12-05T07:00:00Z"))

        let span = GasworksError.invalidValue(
            name: "at", value: "2026-12-04T22:30:00Z", expected: "2026-12-05T07:00:00Z...2026-12-05T08:00:00Z")
        let explanation = ErrorExplanation(span, told: told)
        #expect(explanation.message.zh == "at 的取值“2026-12-05 00:30”无效。")
        #expect(explanation.cure.en == "Expected: 2026-12-05 09:00 ... 2026-12-05 10:00.")
        let number = GasworksError.invalidValue(name: "x", value: "a...b", expected: "0...60")
        #expect(ErrorExplanation(number, told: told) == ErrorExplanation(number))
    }

    @Test("A value from data cannot inject anything through an error")
    func harmless() {
        let line = ErrorExplanation(GasworksError.unknownAccount("\u{1B}[2J\n")).line(in: .en)
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
}

import GasService
import Testing

@Suite("What must follow a visit")
struct FollowUpTests {
    private func steps(_ result: VisitResult, failed: [String] = []) throws -> [FollowUp] {
        let gravest = try ChecklistTemplate.first.gravestGrade(ofFailed: failed)
        return FollowUp.all(
            after: result, gravest: gravest, at: try #require(Instant("2026-11-25T08:00:00Z")), zone: .utc)
    }

    @Test("a grave hazard: gas off at once, dispatch within 30 minutes, notice within the hour, a week at most")
    func grave() throws {
        let dispatch = try #require(Instant("2026-11-25T08:30:00Z"))
        let notice = try #require(Instant("2026-11-25T09:00:00Z"))
        #expect(
            try steps(.hazard, failed: ["hose_age", "leak"]) == [
                .turnGasOff, .tellDispatch(by: dispatch), .handOverNotice(by: notice), .rectify(by: day("2026-12-02")),
            ])
    }

    @Test("lesser grades have 30 days, ordered or advised")
    func lesser() throws {
        #expect(try steps(.hazard, failed: ["hose_age"]) == [.signedNotice, .rectify(by: day("2026-12-25"))])
        #expect(
            try steps(.hazard, failed: ["meter_age"]) == [.adviseCustomer, .betterRectify(by: day("2026-12-25"))])
    }

    @Test("a door that stays shut gets a slip and a leak check, a passed inspection nothing")
    func others() throws {
        #expect(try steps(.noAccess) == [.leaveSlip, .checkDoorGap])
        #expect(try steps(.refused) == [.recordRefusal, .checkDoorGap])
        #expect(try steps(.passed).isEmpty)
    }
}

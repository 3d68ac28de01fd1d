import GasService
import Testing

@Suite("The first checklist")
struct ChecklistTests {
    private let checklist = ChecklistTemplate.first

    @Test("has 28 items with distinct codes, both languages and known grades")
    func items() {
        #expect(checklist.items.count == 28)
        #expect(Set(checklist.items.map(\.code)).count == 28)
        for item in checklist.items {
            #expect(!item.label.zh.isEmpty && !item.label.en.isEmpty)
            if let grade = item.grade { #expect(checklist.grades.map(\.code).contains(grade)) }
        }
    }

    @Test("takes the gravest grade of several failed items")
    func gravest() throws {
        #expect(try checklist.gravestGrade(ofFailed: ["meter_age", "hose_age"])?.code == .serious)
        #expect(try checklist.gravestGrade(ofFailed: ["meter_age", "leak"])?.gasOffAtOnce == true)
        #expect(try checklist.gravestGrade(ofFailed: []) == nil)
    }

    @Test("refuses findings it does not know, and results that contradict them")
    func contradictions() throws {
        try checklist.check(result: .hazard, failed: ["flue"])
        try checklist.check(result: .noAccess, failed: [])
        #expect(throws: GasworksError.self) { try checklist.check(result: .passed, failed: ["flue"]) }
        #expect(throws: GasworksError.self) { try checklist.check(result: .hazard, failed: []) }
        #expect(throws: GasworksError.self) { try checklist.check(result: .hazard, failed: ["signature"]) }
        #expect(throws: GasworksError.self) { try checklist.check(result: .hazard, failed: ["nonsense"]) }
    }
}

import GasService
import Testing

@Suite("A code")
struct IdentifierTests {
    @Test(
        "cannot be a formula, an option, a path or empty", arguments: ["=1+1", "-x", "../a", "a b", "", "户", "a\u{7}"])
    func refuses(text: String) {
        #expect(AccountNumber(text) == nil)
        #expect(DistrictID(text) == nil)
    }

    @Test("of a job tells its district, which may hold hyphens itself")
    func job() throws {
        let job = try #require(JobID("NORTH-2-4711"))
        #expect(job.district == DistrictID("NORTH-2"))
        #expect(job.number == 4711)
        #expect(job.text == "NORTH-2-4711")
    }

    @Test(
        "of a job needs a positive number without leading zeros",
        arguments: ["A1-0", "A1-07", "A1", "A1-x", "-1", "A1-"])
    func refusesJob(text: String) {
        #expect(JobID(text) == nil)
    }

    @Test("of the company is no job's district")
    func company() {
        #expect(DistrictID("-") == .company)
        #expect(JobID(district: .company, number: 1) == nil)
    }

    @Test("is ordered by bytes, upper case before lower case")
    func order() throws {
        let codes = try ["b", "B", "a", "10", "9"].map { try #require(AccountNumber($0)) }
        #expect(codes.sorted().map(\.text) == ["10", "9", "B", "a", "b"])
    }
}

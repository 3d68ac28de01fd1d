import FoundationEssentials
import GasService
import PostgresClient

/// What a refusal of the schema tells in its DETAIL: facts as JSON, of which each kind of refusal has some.
///
/// See `gasworks.refuse` in `sql/routines/foundation/refusal.sql`.
struct RefusalFacts: Decodable {
    var accountNo: String?
    var accounts: [String]?
    var action: String?
    var agreedAt: String?
    var appointment: String?
    var at: String?
    var buildingId: String?
    var by: String?
    var commandId: String?
    var count: Int?
    var crewId: String?
    var date: String?
    var days: Int?
    var district: String?
    var endsAt: String?
    var expected: String?
    var fault: String?
    var handledAt: String?
    var job: String?
    var latest: String?
    var name: String?
    var nodeId: String?
    var notice: String?
    var now: String?
    var occurredAt: String?
    var others: String?
    var outage: String?
    var reportedAt: String?
    var result: String?
    var skill: String?
    var startsAt: String?
    var state: String?
    var subject: String?
    var timeZone: String?
    var today: String?
    var validFrom: String?
    var value: String?
    var wanted: String?

    /// Reads the facts; a DETAIL that is no JSON (an error of PostgreSQL's own) has none.
    init(detail: String?) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let read = try? decoder.decode(RefusalFacts.self, from: Data((detail ?? "{}").utf8))
        self = read ?? RefusalFacts()
    }

    private init() {}
}

extension RefusalFacts {
    /// A fact that names a day.
    func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate($0) } }

    /// The job.
    var jobID: JobID? { job.flatMap { JobID($0) } }
    /// The crew.
    var crew: CrewID? { crewId.flatMap { CrewID($0) } }
    /// The district.
    var districtID: DistrictID? { district.flatMap { DistrictID($0) } }
}

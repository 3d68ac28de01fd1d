import Archive
import GasService
import Presentation

/// What became of a district's chains.
struct VerifiedDistrict: Encodable, Sendable {
    /// Left out in the line of totals.
    let district: DistrictID?
    let chains: Int
    let events: Int
    let faults: [Fault]
    private let faultCount: Int

    struct Fault: Encodable, Sendable {
        let accountNo: String
        let sequence: Int64
        let kind: String
    }

    init(_ size: ArchiveSize, faults: [ChainFault]) {
        (district, chains, events) = (size.district, size.chains, size.events)
        self.faults = faults.map { Fault(accountNo: $0.account, sequence: $0.sequence, kind: $0.kind.rawValue) }
        faultCount = faults.count
    }

    init(totalOf rows: [VerifiedDistrict]) {
        district = nil
        chains = rows.map(\.chains).reduce(0, +)
        events = rows.map(\.events).reduce(0, +)
        faults = []
        faultCount = rows.map(\.faultCount).reduce(0, +)
    }

    private enum CodingKeys: String, CodingKey {
        case district
        case chains
        case events
        case faults
    }

    static let listing = Listing<VerifiedDistrict>([
        Column("district", .district) { $0.district.map { .text($0.text) } ?? .phrase(.total) },
        Column("chains", .chains, .trailing) { .integer($0.chains) },
        Column("events", .events, .trailing) { .integer($0.events) },
        Column("faults", .faults, .trailing) { .integer($0.faultCount) },
    ])
}

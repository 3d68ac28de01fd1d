import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks db verify`: recomputes every hash of every chain of the archive.
struct VerifyDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: DatabaseHelp.verify, discussion: DatabaseHelp.verifyMore)

    @Option(help: ArgumentHelp(DatabaseHelp.verifyDistrict))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let reporter = context.progress()
        defer { reporter.finish() }
        let (rows, faults) = try await context.withDatabase { database in
            try await database.snapshot { connection in
                let sizes = try await ArchiveSize.all(on: connection).filter {
                    district == nil || $0.district == district
                }
                if let district, sizes.isEmpty { throw GasworksError.unknownDistrict(district.text) }
                var rows: [VerifiedDistrict] = []
                var faults: [ChainFault] = []
                for size in sizes {
                    reporter.report(.verifyingChains, done: rows.count, of: sizes.count)
                    let found = try await ChainFault.all(in: size.district, on: connection)
                    rows.append(VerifiedDistrict(size, faults: found))
                    faults += found
                }
                return (rows, faults)
            }
        }
        reporter.finish()
        try context.answer(rows, as: VerifiedDistrict.listing, totals: VerifiedDistrict(totalOf: rows))
        if let first = faults.first {
            throw GasworksError.chainBroken(district: first.district, account: first.account, sequence: first.sequence)
        }
    }
}

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

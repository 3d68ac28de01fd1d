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
            try await database.demand(district)
            return try await database.snapshot { connection in
                let sizes = try await ArchiveSize.all(on: connection).filter {
                    district == nil || $0.district == district
                }
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

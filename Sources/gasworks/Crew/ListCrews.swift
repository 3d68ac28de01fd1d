import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks crew list`: every crew with its shift, certificates and absences.
struct ListCrews: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: CrewHelp.list)

    @Option(help: ArgumentHelp(CrewHelp.listDistrict))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let crews = try await context.withDatabase { database in
            try await database.demand(district)
            return try await database.snapshot { try await CrewRecord.all(on: $0) }
        }
        let wanted = crews.filter { crew in
            district.map { crew.district == $0 || crew.district.isCompany } ?? true
        }
        try context.answer(wanted.map { CrewAnswer($0) }, as: CrewAnswer.listing)
    }
}

import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks outage proof`: a folder by which an outsider can check that each household was told.
struct ProveOutageCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: NoticeHelp.proof, discussion: NoticeHelp.proofMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(NoticeHelp.proofFolder, valueName: "folder"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (proof, zone) = try await context.withDatabase { database in
            (try await OutageProof.read(outage, in: database), database.installation.timeZone)
        }
        let path = output ?? "proof-\(outage)"
        try ProofFolder(proof, zone: zone, language: context.language).write(to: path)
        let counts = proof.counts
        try context.answer(
            Answer(
                id: path, outage: outage, households: counts.households, reached: counts.reached, told: counts.told,
                waived: counts.waived, emergency: counts.emergency, joined: counts.joined, neither: counts.neither),
            saying: .proven(path, told: counts.told, of: counts.households))
    }

    private struct Answer: Encodable {
        let id: String
        let outage: OutageID
        let households: Int
        let reached: Int
        let told: Int
        let waived: Int
        let emergency: Int
        let joined: Int
        let neither: Int
    }
}

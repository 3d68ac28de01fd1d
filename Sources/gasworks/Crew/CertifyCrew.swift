import Archive
import ArgumentParser
import Foundation
import GasService
import Presentation

/// `gasworks crew certify`: a crew's certificate for a skill holds until a day.
struct CertifyCrew: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify", abstract: CrewHelp.certify, discussion: CrewHelp.certifyMore)

    @Argument(help: ArgumentHelp(CrewHelp.crew))
    var crew: CrewID

    @Argument(help: ArgumentHelp(CrewHelp.skill))
    var skill: String

    @Option(help: ArgumentHelp(CrewHelp.certifiedUntil, valueName: "date"))
    var until: CalendarDate

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let isCode = skill.wholeMatch(of: #/[a-z][a-z0-9_]{0,31}/#) != nil
        guard isCode else {
            throw ValidationError(CrewHelp.skillIsCode)
        }
    }

    func run(in context: CommandContext) async throws {
        let certificate = CrewCertificate(crew: crew, skill: skill, validUntil: until)
        try await context.withDatabase { database in
            let command = UUID()
            try await database.write("crew certify") { try await certificate.store(as: command, on: $0) }
        }
        try context.answer(
            CertificateAnswer(id: crew, skill: skill, validUntil: until),
            saying: .certified(crew, for: skill, until: until))
    }
}

/// A certificate that was stored.
struct CertificateAnswer: Encodable {
    /// The crew.
    let id: CrewID
    let skill: String
    let validUntil: CalendarDate
}

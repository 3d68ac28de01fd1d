import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks fault report`: somebody calls.
struct ReportFaultCommand: GasworksCommand {
    enum Channel: String, ExpressibleByArgument, CaseIterable {
        case hotline
        case online
        case crew
        case staff
    }

    static let configuration = CommandConfiguration(
        commandName: "report", abstract: FaultHelp.report, discussion: FaultHelp.reportMore)

    @Argument(help: ArgumentHelp(FaultHelp.account))
    var account: AccountNumber?

    @Option(help: ArgumentHelp(FaultHelp.node))
    var node: NodeID?

    @Option(help: ArgumentHelp(FaultHelp.nodeDistrict))
    var district: DistrictID?

    @Option(help: ArgumentHelp(FaultHelp.address))
    var address: String?

    @Option(help: ArgumentHelp(FaultHelp.severity))
    var severity: FaultSeverity

    @Option(help: ArgumentHelp(FaultHelp.scope))
    var scope: FaultScope?

    @Option(help: ArgumentHelp(FaultHelp.text))
    var text: String

    @Option(help: ArgumentHelp(FaultHelp.reportedAt, valueName: "instant"))
    var at: Instant?

    @Option(help: ArgumentHelp(FaultHelp.channel))
    var channel: Channel = .hotline

    @Option(help: ArgumentHelp(FaultHelp.callerName))
    var callerName: String?

    @Option(help: ArgumentHelp(FaultHelp.callerPhone))
    var callerPhone: String?

    @Flag(help: ArgumentHelp(FaultHelp.separate))
    var separate = false

    @Flag(help: ArgumentHelp(FaultHelp.noDispatch))
    var noDispatch = false

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let given = [account != nil, node != nil, address != nil].count { $0 }
        guard given == 1 else { throw ValidationError(FaultHelp.onePlace) }
        guard (node != nil) == (district != nil) else {
            throw ValidationError(.optionsGoTogether("--node", "--district"))
        }
    }

    func run(in context: CommandContext) async throws {
        let (outcome, standing, zone) = try await context.withDatabase { database in
            let place = try await place(in: database)
            let report = FaultCourse.Report(
                account: place, node: node.flatMap { node in district.map { .init(node, crewsOf: $0) } },
                severity: severity, scope: scope ?? .network,
                reportedAt: try await reportedAt(in: database), channel: channel.rawValue, text: text,
                callerName: callerName, callerPhone: callerPhone)
            let outcome = try await ReportFault.run(
                report, joining: separate ? .never : .unlessEmergency, dispatches: !noDispatch,
                command: repeatable.id(), in: database)
            let standing = try await ReadFaults.one(outcome.answer.into ?? outcome.answer.id, in: database)
            return (outcome, standing, database.installation.timeZone)
        }
        let answer = FaultReportAnswer(outcome, standing.standing, at: standing.now)
        try context.answer(answer, saying: answer.sentence(in: zone))
        guard context.format == .table else { return }
        for phrase in answer.details(in: zone) { try context.say(phrase) }
        if let open = outcome.open {
            let explanation = ErrorExplanation(.faultRefused(open), told: InstantWords(zone))
            try context.say(explanation.message + explanation.cure)
        }
    }

    private func reportedAt(in database: GasworksDatabase) async throws -> Instant {
        if let at { return at }
        return try await database.read { try await $0.present() }
    }

    /// The household; by its address when no account is known.
    private func place(in database: GasworksDatabase) async throws -> AccountNumber? {
        guard let address else { return account }
        let found = try await database.read { try await HouseholdLookup(on: $0).search(address, limit: 20) }
        guard found.count == 1 else {
            throw GasworksError.invalidValue(
                name: "--address", value: address,
                expected: found.isEmpty ? "known_address" : found.map(\.account.text).joined(separator: ", "))
        }
        return found[0].account
    }
}

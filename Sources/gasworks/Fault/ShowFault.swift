import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks fault show`: a fault, its clock and its trail.
struct ShowFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: FaultHelp.show)

    @Argument(help: ArgumentHelp(FaultHelp.fault))
    var fault: FaultID

    @Flag(help: ArgumentHelp(FaultHelp.unmasked))
    var unmasked = false

    @Option(help: ArgumentHelp(HouseholdHelp.purpose, valueName: "code"))
    var purpose: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard unmasked == (purpose != nil) else { throw ValidationError(.optionsGoTogether("--unmasked", "--purpose")) }
    }

    func run(in context: CommandContext) async throws {
        let (answer, standing, zone) = try await context.withDatabase { database in
            var call: FaultCall?
            if let purpose {
                call = try await database.write("fault show") {
                    try await FaultCall.open(fault, purpose: purpose, on: $0)
                }
            }
            let found = try await ReadFaults.one(fault, in: database)
            return (
                Answer(
                    fault: FaultAnswer(found.standing, at: found.now), call: call.map { Call($0) },
                    trail: found.steps.map { Step($0) }),
                found, database.installation.timeZone
            )
        }
        guard context.format == .table else { return try context.writeJSON(answer) }
        try context.show(sheet(answer, zone))
        let clock = standing.standing.clock
        try context.answer(
            clock.deadlines, json: answer,
            as: Listing([
                Column("milestone", .milestone) { .phrase(Phrase($0.milestone)) },
                Column("due", .dueBy) { .instant($0.due, zone) },
                Column("reached_at", .reachedAt) {
                    ($0.reachedAt ?? $0.referredAt).map { .instant($0, zone) } ?? .empty
                },
                Column("standing", .clockStanding) { .phrase(Phrase(clock.standing(of: $0, at: standing.now))) },
                Column("net", .netLeft) {
                    $0.isSettled ? .empty : .phrase(.span(microseconds: clock.netLeft(to: $0, at: standing.now)))
                },
                Column("wall", .wallLeft) {
                    $0.isSettled ? .empty : .phrase(.span(microseconds: $0.due.microseconds(since: standing.now)))
                },
            ]))
        try StandardStream.output.write("\n")
        try context.answer(
            answer.trail,
            as: Listing([
                Column("step", .sequence, .trailing) { .integer(Int($0.step)) },
                Column("kind", .step) { .phrase(Phrase(faultState: $0.kind)) },
                Column("occurred_at", .occurred) { .instant($0.occurredAt, zone) },
                Column("recorded_at", .recorded) { .instant($0.recordedAt, zone) },
                Column("operator", .actor) { .text($0.operator) },
                Column("crew_id", .crew) { .optional($0.crewID?.text) },
                Column("device", .note) {
                    $0.deviceSecondsAhead == nil ? .empty : .phrase(.deviceClockOff)
                },
            ]))
    }

    private func sheet(_ answer: Answer, _ zone: UtilityTimeZone) -> Sheet {
        let fault = answer.fault
        var sheet = Sheet()
        sheet.add(.faultNumber, .text(fault.id.text))
        sheet.add(.state, .phrase(Phrase(faultState: fault.state)))
        sheet.add(.severity, .phrase(Phrase(fault.severity)))
        sheet.add(.account, .optional(fault.accountNo?.text))
        sheet.add(.faultPlace, .text(fault.place))
        sheet.add(.supplyNode, .optional(fault.nodeID?.text))
        sheet.add(.reported, .instant(fault.reportedAt, zone))
        sheet.add(.crew, .optional(fault.crewID?.text))
        sheet.add(.promised, fault.promisedAt.map { .instant($0, zone) } ?? .empty)
        if let call = answer.call {
            sheet.add(.callText, .text(call.description))
            sheet.add(.caller, .optional(call.callerName))
            sheet.add(.phone, .optional(call.callerPhone))
        }
        return sheet
    }

    private struct Answer: Encodable, Sendable {
        let fault: FaultAnswer
        let call: Call?
        let trail: [Step]
    }

    private struct Call: Encodable, Sendable {
        let description: String
        let callerName: String?
        let callerPhone: String?

        init(_ call: FaultCall) {
            (description, callerName, callerPhone) = (call.description, call.callerName, call.callerPhone)
        }
    }

    private struct Step: Encodable, Sendable {
        let step: Int32
        let kind: String
        let occurredAt: Instant
        let recordedAt: Instant
        let `operator`: String
        let crewID: CrewID?
        let deviceSecondsAhead: Int64?
        let chain: String
        let sequence: Int64
        let hash: String

        init(_ step: FaultStep) {
            self.step = step.number
            kind = step.kind
            occurredAt = step.occurredAt
            recordedAt = step.recordedAt
            self.operator = step.person
            crewID = step.facts.crewID
            deviceSecondsAhead = step.facts.deviceSecondsAhead
            chain = step.account
            sequence = step.sequence
            hash = step.hash
        }

        enum CodingKeys: String, CodingKey {
            case step
            case kind
            case occurredAt = "occurred_at"
            case recordedAt = "recorded_at"
            case `operator`
            case crewID = "crew_id"
            case deviceSecondsAhead = "device_seconds_ahead"
            case chain = "chain_account_no"
            case sequence = "chain_seq"
            case hash
        }
    }
}

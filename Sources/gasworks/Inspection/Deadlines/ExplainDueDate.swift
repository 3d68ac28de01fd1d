import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection why`: how a household's deadline came about.
struct ExplainDueDate: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: InspectionHelp.why)

    @Argument(help: ArgumentHelp(HouseholdHelp.account))
    var account: AccountNumber

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (explanation, zone) = try await context.withDatabase { database in
            (try await ExplainDeadline(of: account).run(in: database), database.installation.timeZone)
        }
        let answer = DeadlineAnswer(explanation, sentences: explanation.sentences(in: zone), language: context.language)
        switch context.format {
        case .table: for sentence in explanation.sentences(in: zone) { try context.say(sentence) }
        case .csv, .json: try context.answer(answer, as: Sheet())
        }
    }
}

extension DeadlineExplanation {
    /// The explanation as sentences, in the order in which one would tell it.
    func sentences(in zone: UtilityTimeZone) -> [Phrase] {
        var sentences: [Phrase] = [
            .household(household.account, household.customerClass, in: household.district, at: household.address)
        ]
        sentences += steps.map { Phrase($0) }
        guard let stored else { return sentences }
        if differs, let derived {
            sentences.append(.deadlineDiffers(stored: stored.deadline, derived: derived.deadline))
        }
        sentences.append(.deadlineStands(stored.deadline, today: today))
        if visits.isEmpty { sentences.append(.notVisitedYet) }
        for visit in visits {
            sentences.append(
                .visited(
                    at: zone.minuteText(of: visit.closedAt), by: visit.crew, slot: visit.slot, result: visit.result,
                    attempt: visit.attempt))
        }
        if !visits.isEmpty { sentences.append(.next(ladder.nextStep)) }
        for one in appointments {
            sentences.append(
                .agreed(one.id, from: zone.minuteText(of: one.from), until: zone.minuteText(of: one.until)))
        }
        if campaigns.isEmpty { sentences.append(.notPlannedYet) }
        for campaign in campaigns {
            sentences.append(.plannedIn(campaign.id, on: campaign.date, round: campaign.round))
        }
        return sentences
    }
}

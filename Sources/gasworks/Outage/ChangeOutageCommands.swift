import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks outage reschedule`: other hours or another area.
struct RescheduleOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "reschedule", abstract: OutageHelp.reschedule, discussion: OutageHelp.rescheduleMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(OutageHelp.newFrom, valueName: "time"))
    var from: AnnouncedTime?

    @Option(help: ArgumentHelp(OutageHelp.newUntil, valueName: "time"))
    var until: AnnouncedTime?

    @OptionGroup var place: OutageAreaOptions

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (report, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let (starts, ends) = (try from?.instant(in: zone), try until?.instant(in: zone))
            let command = UUID()
            try await database.write("outage reschedule") { connection in
                let before = try await Outage.named(outage, on: connection)
                _ = try await OutageCourse(on: connection).reschedule(
                    outage, from: starts ?? before.starts, until: ends ?? before.ends,
                    area: place.area.isEmpty ? nil : place.area, as: command)
            }
            return (try await OutageReport.run(outage, untold: 0, in: database), zone)
        }
        let answer = OutageReportAnswer(report)
        try context.answer(
            answer,
            saying: .outageRescheduled(
                outage, from: zone.minuteText(of: answer.startsAt), until: zone.minuteText(of: answer.endsAt)))
        if context.format == .table {
            for phrase in answer.warnings(of: report, in: zone) { try context.say(phrase) }
        }
    }
}

/// `gasworks outage cancel`: gas stays on.
struct CancelOutage: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: OutageHelp.cancel)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(OutageHelp.whyCancelled))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            let command = UUID()
            return try await database.write("outage cancel") {
                try await OutageCourse(on: $0).cancel(outage, reason: reason, as: command)
            }
        }
        try context.answer(answer, saying: .outageCancelled(outage, told: answer.queued))
    }
}

/// `gasworks outage waive`: a supervisor answers for households that are not told.
struct WaiveNotices: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive", abstract: OutageHelp.waive, discussion: OutageHelp.waiveMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(name: .customLong("account"), help: ArgumentHelp(OutageHelp.waivedAccount))
    var accounts: [AccountNumber]

    @Option(help: ArgumentHelp(OutageHelp.whyWaived))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let waived = try await context.withDatabase { database in
            let command = UUID()
            return try await database.write("outage waive") {
                try await OutageCourse(on: $0).waive(accounts, of: outage, reason: reason, as: command)
            }
        }
        try context.answer(Answer(id: outage, waived: waived), saying: .noticesWaived(outage, waived))
    }

    private struct Answer: Encodable {
        let id: OutageID
        let waived: Int
    }
}

/// `gasworks outage overlap`: two outages that meet may both go on.
struct AcceptOverlap: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlap", abstract: OutageHelp.overlap, discussion: OutageHelp.overlapMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(name: .customLong("with"), help: ArgumentHelp(OutageHelp.other, valueName: "outage"))
    var other: OutageID

    @Option(help: ArgumentHelp(OutageHelp.whyBoth))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            let command = UUID()
            return try await database.write("outage overlap") {
                try await OutageCourse(on: $0).acceptOverlap(of: outage, with: other, reason: reason, as: command)
            }
        }
        try context.answer(answer, saying: .overlapAccepted(outage, other))
    }
}

/// `gasworks outage publish`: a public announcement was made, in addition to what each household is told.
struct PublishOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: OutageHelp.publish, discussion: OutageHelp.publishMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(OutageHelp.medium))
    var medium: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = UUID()
            let now = try await database.present()
            try await database.write("outage publish") {
                try await OutageCourse(on: $0).publish(outage, medium: medium, at: now, as: command)
            }
        }
        try context.answer(["id": outage.text, "medium": medium], saying: .outagePublished(outage))
    }
}

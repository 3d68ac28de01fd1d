import Archive
import CrashHarness
import Foundation
import GasService
import Operations

/// A crew's program reduced to what a crash can hit: closes jobs one after another, and writes each acknowledgement to its ledger
/// before it goes on.
///
///     CrashClient ORDER
///
/// Killed and started again with the same order it goes on where its ledger ends. A command whose answer was lost is repeated
/// under its own id until it is answered, as RULES.md asks of every client. Exit status: 0 all done; 69 the database stayed
/// away for a minute; anything else: something was refused that nothing should refuse.
@main struct CrashClient {
    static func main() async throws {
        let order = try WorkOrder(contentsOf: CommandLine.arguments[1])
        let ledger = try AcknowledgementLedger(order.ledger)
        let done = Set(try AcknowledgementLedger.entries(of: order.ledger).map(\.command))
        let database = try await patiently { try await GasworksDatabase.open(url: order.url, at: Instant(order.now)) }
        for item in order.items where !done.contains(item.command) {
            let closing = try closing(of: item)
            let outcome = try await patiently { try await closing.run(in: database) }
            try ledger.add(.init(command: item.command, job: item.job, answer: text(of: outcome.answer)))
            try await Task.sleep(for: .milliseconds(order.rest))
        }
        database.close()
    }

    private static func closing(of item: WorkOrder.Item) throws -> CloseJob {
        guard let job = JobID(item.job), let result = VisitResult(rawValue: item.result) else {
            throw GasworksError.invalidValue(name: "job", value: item.job, expected: item.result)
        }
        let items = result == .hazard ? [ChecklistAnswer("hose_clip")].compactMap(\.self) : []
        return CloseJob(job: job, result: result, items: items, command: item.command)
    }

    /// Does work until the database answers, whether or not that takes a few crashes.
    nonisolated(nonsending) private static func patiently<Value>(
        _ work: nonisolated(nonsending) () async throws -> Value
    ) async throws -> Value {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            do {
                return try await work()
            } catch let error as GasworksError where error.isPassing {
                if ContinuousClock.now > deadline { exit(69) }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private static func text(of answer: JobClosing.Answer) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }
}

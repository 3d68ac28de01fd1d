package import Archive
package import Foundation
package import GasService
import PostgresClient

/// Takes a report in and sends a crew.
package enum ReportFault {
    /// What is done about a report.
    package struct Outcome: Sendable {
        /// What was kept.
        package let answer: FaultCourse.Answer
        /// Faults of the network that the caller's place suffers from already.
        package let known: [FaultID]
        /// The clock as it runs now.
        package let clock: SLAClock?
        /// The crew that comes.
        package let sent: DispatchFault.Sent?
        /// Why nobody was sent, when somebody should be.
        package let open: FaultRefusal?
    }

    /// What becomes of a report of a fault that is known.
    package enum Joining: Sendable, Hashable {
        /// It is joined to the known fault, unless it is an emergency: a leak is never taken for a known outage.
        case unlessEmergency
        /// It stands alone.
        case never
    }

    /// Keeps the report, joins it to a known fault of the network or sends a crew at once.
    ///
    /// The report is kept whatever comes of the dispatch: its clock starts with the call. For an emergency the first crew
    /// that can be there is sent, whatever that breaks; for others none that breaks a promise, for that is the dispatcher's
    /// to decide.
    ///
    /// - Throws: `GasworksError`: `unknownAccount`, `unknownNode`, `unknownDistrict`, `invalidValue`.
    nonisolated(nonsending) package static func run(
        _ report: FaultCourse.Report, joining: Joining = .unlessEmergency, dispatches: Bool = true,
        command: UUID = UUID(),
        in database: GasworksDatabase
    ) async throws -> Outcome {
        let (answer, known, into, isSettled) = try await database.write("fault report") { connection in
            let answer = try await FaultCourse(on: connection, as: command).report(report)
            let record = try await FaultRecord.one(answer.id, on: connection)
            let known = try await KnownFault.all(above: record.node, except: answer.id, on: connection)
            // A repeated report finds what was made of it.
            let hasCrew = record.assignment != nil
            if record.state != "open" { return (answer, known, record.joinedTo, true) }
            let main = known.first { $0.district == answer.id.district }
            guard joining == .unlessEmergency, report.severity != .emergency, report.scope == .network, let main,
                !hasCrew
            else { return (answer, known, FaultID?.none, hasCrew) }
            let joined = try await FaultCourse(on: connection, as: UUID()).join(answer.id, to: main)
            return (joined, known, main, true)
        }
        var sent: DispatchFault.Sent?
        var open: FaultRefusal?
        if dispatches, !isSettled {
            do {
                sent = try await DispatchFault.send(
                    to: answer.id, mayBreakPromises: report.severity == .emergency, in: database)
            } catch GasworksError.faultRefused(let refusal) {
                open = refusal
            }
        }
        let shown = into ?? answer.id
        let clock = try await database.read { connection in
            let record = try await FaultRecord.one(shown, on: connection)
            return SLAClock(try await FaultStep.all(of: [shown], on: connection), targets: record.targets)
        }
        return Outcome(answer: answer, known: known, clock: clock, sent: sent, open: open)
    }
}

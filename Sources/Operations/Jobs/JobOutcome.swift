package import Archive
package import GasService

/// What came of a job, as a crew says it of any kind of job.
package enum JobOutcome: String, Sendable, Hashable, CaseIterable {
    /// Inspected, everything in order.
    case passed
    /// Inspected, at least one item failed.
    case hazard
    /// Nobody opened.
    case noAccess = "no_access"
    /// The crew was not let in, or the notice was not taken.
    case refused
    /// Nobody lives there.
    case vacant
    /// The household could not be found.
    case notFound = "not_found"
    /// A notice was handed over.
    case delivered
    /// A notice was put into the letterbox.
    case posted
    /// A household was lit and tested.
    case lit
    /// A fault was repaired.
    case repaired

    /// Reads an outcome as the database writes it or as people type it (`no-access`).
    package init?(spelled text: String) { self.init(rawValue: text.replacing("-", with: "_")) }

    /// The outcome as people type it.
    package var spelled: String { rawValue.replacing("_", with: "-") }

    /// The result of a visit; nil for what comes of no visit.
    package var ofVisit: VisitResult? { VisitResult(rawValue: rawValue) }

    /// The result of a job that an outage asked for; nil for what comes of none.
    package var ofOutageJob: OutageJobClosing.Result? { OutageJobClosing.Result(rawValue: rawValue) }
}

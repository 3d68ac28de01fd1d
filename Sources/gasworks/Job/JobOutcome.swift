import Archive
import ArgumentParser
import GasService

/// What came of a job, as it is typed: of a visit, or of what an outage asked for.
enum JobOutcome: ExpressibleByArgument, Sendable {
    case visit(VisitResult)
    case outage(OutageJobClosing.Result)

    init?(argument: String) {
        if let result = VisitResult(spelled: argument) {
            self = .visit(result)
        } else if let result = OutageJobClosing.Result(rawValue: argument) {
            self = .outage(result)
        } else {
            return nil
        }
    }

    /// The results as people type them.
    static var allValueStrings: [String] { VisitResult.allValueStrings + ["delivered", "posted", "lit"] }

    /// The result of a visit.
    ///
    /// - Throws: `invalidValue` for one that only an outage's job has.
    func ofVisit() throws(GasworksError) -> VisitResult {
        guard case .visit(let result) = self else {
            throw .invalidValue(name: "--result", value: code, expected: "inspection")
        }
        return result
    }

    /// The result of a job that an outage asked for.
    ///
    /// - Throws: `invalidValue` for one that only a visit has.
    func ofOutageJob(_ kind: String) throws(GasworksError) -> OutageJobClosing.Result {
        guard let result = OutageJobClosing.Result(rawValue: code) else {
            throw .invalidValue(name: "--result", value: code, expected: kind)
        }
        return result
    }

    private var code: String {
        switch self {
        case .visit(let result): result.rawValue
        case .outage(let result): result.rawValue
        }
    }
}

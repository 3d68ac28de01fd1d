package import Archive
package import GasService
package import HelperWire
package import NoticeGateways

/// Judges what gateways report by HTTP, and keeps it before they are told that it is kept.
package final class TakeCallback: Sendable {
    private let rules: [String: CallbackRules]
    private let database: GasworksDatabase
    private let refused = RefusedReceipts()

    /// A desk for the callbacks of some gateways.
    package init(by rules: [CallbackRules], into database: GasworksDatabase) {
        self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.path, $0) })
        self.database = database
    }

    /// What came of a request.
    package struct Outcome: Sendable, Hashable {
        /// The answer.
        package let answer: CallbackAnswer
        /// Receipts that were new.
        package var new = 0
        /// What an operator should know of it.
        package var incidents: [CallbackIncident] = []
    }

    /// Judges a request, and keeps its receipts.
    ///
    /// A receipt that was kept before changes nothing. One that cannot be kept, since its notice is unknown or was never
    /// sent, is asked for again for a while: a gateway may be faster than the worker that is about to store its answer.
    ///
    /// - Returns: 200 when everything is kept; 404, 401 or 400 for what is no gateway's or cannot be read; 503 for what is to be
    ///   repeated; the status of the gateway's rules for what was repeated long enough. Nothing is thrown: a gateway cannot
    ///   do anything about it.
    package func run(_ request: CallbackRequest) async -> Outcome {
        func outcome(_ status: Int, _ incident: CallbackIncident? = nil) -> Outcome {
            Outcome(answer: CallbackAnswer(id: request.id, status: status), incidents: incident.map { [$0] } ?? [])
        }
        guard let rules = rules[request.path] else { return outcome(404, .strangePath) }
        guard rules.admits(request) else { return outcome(401, .notAdmitted(rules.channel)) }
        guard let reported = rules.receipts(in: request) else { return outcome(400, .unreadable(rules.channel)) }
        do {
            let kept = try await keep(reported, of: rules.channel)
            let answer = answer(request, under: rules, refused: kept.findings)
            return Outcome(
                answer: answer, new: kept.new,
                incidents: kept.findings.map { .refused(rules.channel, problem: $0.problem, name: $0.value ?? "") })
        } catch let error as GasworksError where error.isPassing {
            let later = CallbackAnswer(id: request.id, status: 503, retryAfter: 30)
            return Outcome(answer: later, incidents: [.notKept(error)])
        } catch {
            return outcome(500, .notKept(error as? GasworksError ?? .unexpected(sqlState: "", message: "\(error)")))
        }
    }

    /// Stores what decides something; what the database finds wrong is left out and comes back.
    private func keep(
        _ reported: [ReportedReceipt], of channel: NoticeChannel
    ) async throws -> (new: Int, findings: [NoticeReceipt.Finding]) {
        let deciding = reported.filter { $0.arrival != nil }
        guard !deciding.isEmpty else { return (0, []) }
        let present = try await database.present()
        let receipts = deciding.enumerated().compactMap { line, receipt in
            NoticeReceipt(receipt, line: line, of: channel, arrivedAt: present)
        }
        let strangers = deciding.enumerated().filter { line, _ in !receipts.contains { $0.line == line } }.map {
            line, stranger in
            NoticeReceipt.Finding(
                line: line, column: "notice", problem: "unknown_notice", value: stranger.notice, expected: nil)
        }
        return try await database.write("notice receipt serve") { connection in
            let findings = try await NoticeReceipt.findings(in: receipts, by: connection)
            let good = receipts.filter { receipt in !findings.contains { $0.line == receipt.line } }
            let new = good.isEmpty ? 0 : try await NoticeReceipt.record(good, from: "callback", by: connection).new
            return (new, strangers + findings)
        }
    }

    private func answer(
        _ request: CallbackRequest, under rules: CallbackRules, refused findings: [NoticeReceipt.Finding]
    ) -> CallbackAnswer {
        // All are noted, also behind one that is new: those of a batch are waited for together.
        let early = findings.filter { !refused.isKnown("\(rules.path) \($0.value ?? "")", since: rules.patience) }
        guard early.isEmpty else { return CallbackAnswer(id: request.id, status: 503, retryAfter: 60) }
        return CallbackAnswer(id: request.id, status: findings.isEmpty ? 200 : rules.refusedStatus)
    }
}

/// Something about a callback that an operator should know; no names and no numbers of customers.
package enum CallbackIncident: Sendable, Hashable {
    /// A path that no gateway was given.
    case strangePath
    /// Whoever called could not prove to be the gateway.
    case notAdmitted(NoticeChannel)
    /// The gateway sent what is no receipt.
    case unreadable(NoticeChannel)
    /// A receipt that fits no notice that was sent: the database's problem and the name that came.
    case refused(NoticeChannel, problem: String, name: String)
    /// The database could not keep it.
    case notKept(GasworksError)
}

extension NoticeReceipt {
    /// A reported receipt as it is stored; nil when the name that came back cannot be one of ours.
    ///
    /// - Parameters:
    ///   - reported: what the gateway says, which decides something.
    ///   - line: its place among those that came together.
    ///   - channel: the gateway's: it speaks of no other's notices.
    ///   - instant: when it came in, which stands for the gateway's clock where that is not told.
    fileprivate init?(
        _ reported: ReportedReceipt, line: Int, of channel: NoticeChannel, arrivedAt instant: Instant
    ) {
        let notice = reported.notice.flatMap { NoticeID($0) }
        guard notice != nil || reported.reference != nil else { return nil }
        self.init(
            line: line, notice: notice, gatewayID: reported.reference, channel: channel,
            outcome: reported.arrival == .failed ? .failed : .delivered, occurredAt: reported.instant ?? instant)
    }
}

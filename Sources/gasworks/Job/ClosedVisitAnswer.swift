import Archive
import GasService
import Operations
import Presentation

/// A visit that was closed, and what must follow, as `job close` answers it.
struct ClosedVisitAnswer: Encodable {
    let id: JobID
    let accountNo: AccountNumber?
    let state: String
    let result: VisitResult
    let completed: Bool?
    let attemptNo: Int?
    let nextDeadline: CalendarDate?
    let gravestGrade: String?
    let mustFollow: [Step]
    private let followUps: [FollowUp]

    init(_ outcome: CloseJob.Outcome, in zone: UtilityTimeZone) {
        let answer = outcome.answer
        (id, accountNo, state, result) = (answer.id, answer.accountNo, answer.state, answer.result)
        (completed, attemptNo, nextDeadline) = (answer.completed, answer.attemptNo, answer.nextDeadline)
        gravestGrade = outcome.gravest?.code.description
        followUps = FollowUp.all(after: answer.result, gravest: outcome.gravest, at: outcome.occurredAt, zone: zone)
        mustFollow = followUps.map { Step($0) }
    }

    /// What was done, in a sentence.
    var sentence: Phrase { .jobClosed(id, result, next: nextDeadline, attempt: attemptNo) }

    /// What must follow, a line each.
    func steps(in zone: UtilityTimeZone) -> [Phrase] {
        followUps.map { step in
            let words = Phrase.followUp(step, in: zone)
            return Phrase(en: "- \(words.en)", zh: "- \(words.zh)")
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountNo
        case state
        case result
        case completed
        case attemptNo
        case nextDeadline
        case gravestGrade
        case mustFollow
    }

    struct Step: Encodable {
        let code: String
        let by: String?

        init(_ step: FollowUp) {
            code = step.code
            switch step {
            case .tellDispatch(let instant), .handOverNotice(let instant): by = instant.description
            case .rectify(let day), .betterRectify(let day): by = day.description
            default: by = nil
            }
        }
    }
}

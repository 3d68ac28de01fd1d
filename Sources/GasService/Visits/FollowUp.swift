/// Something that must be done after a visit, and by when (RULES.md, A visit; Checklist).
public enum FollowUp: Sendable, Hashable {
    /// Turn the gas off now; it goes on only after a passed re-inspection.
    case turnGasOff
    /// Tell dispatch.
    case tellDispatch(by: Instant)
    /// Hand over the written notice.
    case handOverNotice(by: Instant)
    /// Have the notice of rectification signed.
    case signedNotice
    /// Tell the customer, leave the leaflet, take a photo.
    case adviseCustomer
    /// It must be rectified by a day.
    case rectify(by: CalendarDate)
    /// It had better be rectified by a day.
    case betterRectify(by: CalendarDate)
    /// Leave a slip with date, time and call-back number, without personal data and without naming a hazard.
    case leaveSlip
    /// Check for leaks at the gap of the door.
    case checkDoorGap
    /// Explain, and record the reason with a signature or a witness.
    case recordRefusal
    /// Have the office correct the address.
    case correctAddress

    /// The stable snake-case name.
    public var code: String {
        switch self {
        case .turnGasOff: "turn_gas_off"
        case .tellDispatch: "tell_dispatch"
        case .handOverNotice: "hand_over_notice"
        case .signedNotice: "signed_notice"
        case .adviseCustomer: "advise_customer"
        case .rectify: "rectify"
        case .betterRectify: "better_rectify"
        case .leaveSlip: "leave_slip"
        case .checkDoorGap: "check_door_gap"
        case .recordRefusal: "record_refusal"
        case .correctAddress: "correct_address"
        }
    }

    /// What follows from a visit's result and the gravest grade that was found, in the order in which it is done.
    public static func all(
        after result: VisitResult, gravest: HazardGrade?, at instant: Instant, zone: UtilityTimeZone
    ) -> [FollowUp] {
        switch result {
        case .passed: []
        case .hazard: gravest.map { hazard($0, at: instant, zone: zone) } ?? []
        case .noAccess, .vacant: [.leaveSlip, .checkDoorGap]
        case .refused: [.recordRefusal, .checkDoorGap]
        case .notFound: [.correctAddress]
        }
    }

    private static func hazard(_ grade: HazardGrade, at instant: Instant, zone: UtilityTimeZone) -> [FollowUp] {
        func after(_ minutes: Int) -> Instant {
            Instant(microseconds: instant.microseconds + Int64(minutes) * 60_000_000)
        }
        let day = zone.date(of: instant).adding(days: grade.rectifyWithinDays)
        var steps: [FollowUp] = []
        if grade.gasOffAtOnce { steps.append(.turnGasOff) }
        if let minutes = grade.tellDispatchWithinMinutes { steps.append(.tellDispatch(by: after(minutes))) }
        if let minutes = grade.noticeWithinMinutes {
            steps.append(.handOverNotice(by: after(minutes)))
        } else {
            steps.append(grade.isAdvice ? .adviseCustomer : .signedNotice)
        }
        steps.append(grade.isAdvice ? .betterRectify(by: day) : .rectify(by: day))
        return steps
    }
}

import GasService

/// The table of clock cases; times are written with their offset from UTC, so that each row can be checked by hand.
enum ClockCases {
    private static let handled = FaultEvent.Kind.handled(.workBegun)
    private static let repaired = FaultEvent.Kind.repaired(.measurement, isTemporary: false)

    static let all: [ClockCase] = plain + calendar + agreements + referrals + parts + severities + devices + joined

    static let plain = [
        ClockCase(
            name: "handled a second before six hours, repaired after twenty-four",
            rule: "handled within 6 hours of the report, repaired within 24 hours",
            events: FaultScript(reported: "2026-05-04T03:10:00+08:00")
                .then(handled, "2026-05-04T09:09:59+08:00").then(repaired, "2026-05-05T03:10:01+08:00").events,
            now: "2026-05-06T00:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T09:10:00+08:00", .kept),
                ClockCase.expect(.repair, due: "2026-05-05T03:10:00+08:00", .breached),
            ]),
        ClockCase(
            name: "handled at the very end of the sixth hour is in time",
            rule: "handled within 6 hours of the report",
            events: FaultScript(reported: "2026-05-04T03:10:00+08:00").then(handled, "2026-05-04T09:10:00+08:00")
                .events,
            now: "2026-05-04T12:00:00+08:00",
            expected: [ClockCase.expect(.handling, due: "2026-05-04T09:10:00+08:00", .kept)]),
        ClockCase(
            name: "nobody came: the breach stands before anybody records it",
            rule: "handled within 6 hours of the report",
            events: FaultScript(reported: "2026-05-04T03:10:00+08:00").events,
            now: "2026-05-04T09:10:00.000001+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T09:10:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2026-05-05T03:10:00+08:00", .running),
            ]),
        ClockCase(
            name: "to a customer's appliance staff set off within half an hour",
            rule: "customer's equipment: staff set off at once; set off at most 30 min",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00", .general, .customer)
                .then(.setOff, "2026-05-04T10:31:00+08:00").events,
            now: "2026-05-04T11:00:00+08:00",
            expected: [
                ClockCase.expect(.setOff, due: "2026-05-04T10:30:00+08:00", .breached),
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .running),
            ]),
        ClockCase(
            name: "in an emergency somebody is on site in thirty minutes; handling implies being there",
            rule: "emergency: on site 30 min in town",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00", .emergency)
                .then(.handled(.isolated), "2026-05-04T10:29:00+08:00").events,
            now: "2026-05-04T11:00:00+08:00",
            expected: [
                ClockCase.expect(.arrival, due: "2026-05-04T10:30:00+08:00", .kept),
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .kept),
            ]),
    ]

    static let calendar = [
        ClockCase(
            name: "clocks go forward: twenty-four hours end an hour later by the wall",
            rule: "service around the clock, calendar hours",
            events: FaultScript(reported: "2026-03-28T23:30:00+02:00").events,
            now: "2026-03-29T04:00:00+03:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-03-29T06:30:00+03:00", .running),
                ClockCase.expect(.repair, due: "2026-03-30T00:30:00+03:00", .running),
            ]),
        ClockCase(
            name: "clocks go back: twenty-four hours end an hour earlier by the wall",
            rule: "service around the clock, calendar hours",
            events: FaultScript(reported: "2026-10-24T23:30:00+03:00").events,
            now: "2026-10-25T03:30:00+02:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-10-25T04:30:00+02:00", .running),
                ClockCase.expect(.repair, due: "2026-10-25T22:30:00+02:00", .running),
            ]),
        ClockCase(
            name: "over the leap day", rule: "service around the clock, calendar hours",
            events: FaultScript(reported: "2028-02-28T22:00:00+08:00").events,
            now: "2028-02-29T12:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2028-02-29T04:00:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2028-02-29T22:00:00+08:00", .running),
            ]),
    ]

    static let agreements = [
        ClockCase(
            name: "agreed before the breach: the agreed time is the deadline, and the repair's clock stands until then",
            rule: "except as agreed with the customer",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-05T18:00:00+08:00")), "2026-05-04T12:00:00+08:00").events,
            now: "2026-05-05T09:00:00+08:00",
            expected: [
                ClockCase.expect(
                    .handling, due: "2026-05-05T18:00:00+08:00",
                    .paused(.agreed, until: instant("2026-05-05T18:00:00+08:00"))),
                ClockCase.expect(
                    .repair, due: "2026-05-06T16:00:00+08:00",
                    .paused(.agreed, until: instant("2026-05-05T18:00:00+08:00"))),
            ]),
        ClockCase(
            name: "agreed after the breach: what was late stays late",
            rule: "except as agreed with the customer",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-04T20:00:00+08:00")), "2026-05-04T16:30:00+08:00")
                .then(handled, "2026-05-04T19:00:00+08:00").events,
            now: "2026-05-04T21:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .breached),
                // The crew came an hour before the agreed time: the clock stood for two and a half hours.
                ClockCase.expect(.repair, due: "2026-05-05T12:30:00+08:00", .running),
            ]),
        ClockCase(
            name: "an agreement on a time before the deadline gives no more time, and takes none",
            rule: "handled within 6 hours, except as agreed",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-04T13:00:00+08:00")), "2026-05-04T11:00:00+08:00").events,
            now: "2026-05-04T14:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .running),
                ClockCase.expect(.repair, due: "2026-05-05T12:00:00+08:00", .running),
            ]),
        ClockCase(
            name: "a second agreement takes the place of the first",
            rule: "except as agreed with the customer",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-06T18:00:00+08:00")), "2026-05-04T12:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-05T12:00:00+08:00")), "2026-05-04T14:00:00+08:00").events,
            now: "2026-05-05T13:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-05T12:00:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2026-05-06T10:00:00+08:00", .running),
            ]),
        ClockCase(
            name: "the agreed time passed and nobody came: the clock runs again",
            rule: "except as agreed with the customer",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-05T10:00:00+08:00")), "2026-05-04T12:00:00+08:00").events,
            now: "2026-05-05T10:00:01+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-05T10:00:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2026-05-06T08:00:00+08:00", .running),
            ]),
    ]

    static let referrals = [
        ClockCase(
            name: "referred after 5 h 59 min: told in time, nothing more is owed",
            rule: "beyond the company's scope: told within the 6 h",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.referred, "2026-05-04T15:59:00+08:00").events,
            now: "2026-05-08T00:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .excused),
                ClockCase.expect(.repair, due: "2026-05-05T10:00:00+08:00", .excused),
            ]),
        ClockCase(
            name: "referred after 6 h 1 min: told too late, the repair is not owed all the same",
            rule: "beyond the company's scope: told within the 6 h",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.referred, "2026-05-04T16:01:00+08:00").events,
            now: "2026-05-08T00:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2026-05-05T10:00:00+08:00", .excused),
            ]),
        ClockCase(
            name: "handled in time, referred at nine hours: the telling was late",
            rule: "beyond the company's scope: told within the 6 h",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T12:00:00+08:00").then(.referred, "2026-05-04T19:00:00+08:00").events,
            now: "2026-05-08T00:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .kept),
                ClockCase.expect(.telling, due: "2026-05-04T16:00:00+08:00", .breached),
                ClockCase.expect(.repair, due: "2026-05-05T10:00:00+08:00", .excused),
            ]),
    ]

    static let parts = [
        ClockCase(
            name: "no parts, customer told in time: the clock stands until they come",
            rule: "no parts: customer told in time, within the 6 h",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T11:00:00+08:00")
                .then(.waitingForParts(atMostMinutes: 7 * 1440), "2026-05-04T12:00:00+08:00")
                .then(.resumed, "2026-05-06T12:00:00+08:00").then(repaired, "2026-05-07T09:59:00+08:00").events,
            now: "2026-05-08T00:00:00+08:00",
            expected: [
                ClockCase.expect(.telling, due: "2026-05-04T16:00:00+08:00", .kept),
                ClockCase.expect(.repair, due: "2026-05-07T10:00:00+08:00", .kept),
            ]),
        ClockCase(
            name: "parts never come: after the cap the clock runs again",
            rule: "each pause has a cap",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T11:00:00+08:00")
                .then(.waitingForParts(atMostMinutes: 2 * 1440), "2026-05-04T12:00:00+08:00").events,
            now: "2026-05-07T10:00:01+08:00",
            expected: [ClockCase.expect(.repair, due: "2026-05-07T10:00:00+08:00", .breached)]),
        ClockCase(
            name: "a repair ends the wait by itself", rule: "repaired within 24 hours",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T11:00:00+08:00")
                .then(.waitingForParts(atMostMinutes: 7 * 1440), "2026-05-04T12:00:00+08:00")
                .then(repaired, "2026-05-05T12:00:00+08:00").events,
            now: "2026-05-08T00:00:00+08:00",
            expected: [ClockCase.expect(.repair, due: "2026-05-06T10:00:00+08:00", .kept)]),
    ]

    static let severities = [
        ClockCase(
            name: "a general fault becomes an emergency: thirty minutes from then",
            rule: "emergency: on site 30 min in town",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.severityChanged(.emergency), "2026-05-04T12:00:00+08:00").events,
            now: "2026-05-04T12:10:00+08:00",
            expected: [
                ClockCase.expect(.arrival, due: "2026-05-04T12:30:00+08:00", .running),
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .running),
            ]),
        ClockCase(
            name: "an emergency is called general after half an hour: the breach stays",
            rule: "a change of severity gives no time back",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00", .emergency)
                .then(.severityChanged(.general), "2026-05-04T10:31:00+08:00").events,
            now: "2026-05-04T11:00:00+08:00",
            expected: [
                ClockCase.expect(.arrival, due: "2026-05-04T10:30:00+08:00", .breached),
                ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .running),
            ]),
        ClockCase(
            name: "a pause goes on over a change of severity",
            rule: "each pause survives a change of severity",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.agreed(latest: instant("2026-05-05T10:00:00+08:00")), "2026-05-04T11:00:00+08:00")
                .then(.severityChanged(.major), "2026-05-04T12:00:00+08:00").events,
            now: "2026-05-04T20:00:00+08:00",
            expected: [
                ClockCase.expect(
                    .handling, due: "2026-05-05T10:00:00+08:00",
                    .paused(.agreed, until: instant("2026-05-05T10:00:00+08:00")))
            ]),
    ]

    static let devices = [
        ClockCase(
            name: "a crew in a basement: handled in time, known hours later",
            rule: "late events carry the device's instant and the instant of arrival",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T15:00:00+08:00", recorded: "2026-05-04T19:00:00+08:00").events,
            now: "2026-05-04T20:00:00+08:00",
            expected: [ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .kept)]),
        ClockCase(
            name: "a device that is an hour behind is put right: the breach shows",
            rule: "a device clock that is off is detected and marked",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T15:30:00+08:00", recorded: "2026-05-04T17:00:00+08:00", ahead: -3600).events,
            now: "2026-05-04T20:00:00+08:00",
            expected: [ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .breached)]),
        ClockCase(
            name: "nothing happened after it was recorded, whatever the device says",
            rule: "facts are past",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T16:01:00+08:00", recorded: "2026-05-04T15:59:30+08:00").events,
            now: "2026-05-04T20:00:00+08:00",
            expected: [ClockCase.expect(.handling, due: "2026-05-04T16:00:00+08:00", .kept)]),
        ClockCase(
            name: "an agreement that arrives after the crew's handling but was made before it",
            rule: "except as agreed with the customer",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(handled, "2026-05-04T17:30:00+08:00")
                .then(
                    .agreed(latest: instant("2026-05-04T18:00:00+08:00")), "2026-05-04T11:00:00+08:00",
                    recorded: "2026-05-04T21:00:00+08:00"
                ).events,
            now: "2026-05-04T22:00:00+08:00",
            expected: [
                ClockCase.expect(.handling, due: "2026-05-04T18:00:00+08:00", .kept),
                ClockCase.expect(.repair, due: "2026-05-05T16:30:00+08:00", .running),
            ]),
    ]

    static let joined = [
        ClockCase(
            name: "an earlier report that arrives later starts the clock",
            rule: "duplicate reports of one fault are joined; the first report counts",
            events: FaultScript(reported: "2026-05-04T10:00:00+08:00")
                .then(.reportJoined, "2026-05-04T09:40:00+08:00", recorded: "2026-05-04T10:20:00+08:00").events,
            now: "2026-05-04T11:00:00+08:00",
            expected: [ClockCase.expect(.handling, due: "2026-05-04T15:40:00+08:00", .running)])
    ]
}

/// The households of a district in the order in which a crew would walk them, with the state of their open cycle.
///
/// Days count from the horizon's first. Contiguous, about 44 bytes a household; nothing is allocated per household.
struct HouseholdSlots {
    struct Slot {
        /// Position in the problem.
        var obligation: Int32
        /// Position in `buildings`.
        var building: Int32
        var opens: Int32
        var deadline: Int32
        /// The plan's own deadline, earlier by the revisit reserve where the window allows.
        var due: Int32
        /// Expected seconds, revisits included.
        var work: Int32
        var cycleMonths: Int16
        var cycle: Int16
        var windowMonths: Int8
        var earlyMonths: Int8
        var state: State
    }

    enum State: UInt8 {
        /// Waits for its window or its turn.
        case pending
        /// Has no guarantee any more (overdue or given up by a shortage): visited as soon as it harms nobody.
        case late
        /// Nothing more within the horizon.
        case done
    }

    struct Building {
        let number: Int32
        let street: Int32
        let slots: Range<Int>
    }

    let from: CalendarDate
    var slots: [Slot]
    let buildings: [Building]

    init(_ problem: HorizonProblem) {
        let start = Int32(problem.from.dayNumber)
        let obligations = problem.obligations
        let order = (0..<Int32(obligations.count)).sorted { left, right in
            let (a, b) = (obligations[Int(left)], obligations[Int(right)])
            return (a.street, a.building, a.deadline, left) < (b.street, b.building, b.deadline, right)
        }
        var slots: [Slot] = []
        slots.reserveCapacity(order.count)
        var buildings: [Building] = []
        var begin = 0
        func closeBuilding() {
            guard begin < slots.count else { return }
            let sample = obligations[Int(slots[begin].obligation)]
            buildings.append(Building(number: sample.building, street: sample.street, slots: begin..<slots.count))
            begin = slots.count
        }
        for position in order {
            let one = obligations[Int(position)]
            if let last = slots.last {
                let before = obligations[Int(last.obligation)]
                if before.building != one.building || before.street != one.street { closeBuilding() }
            }
            let opens = max(one.opens - start, Int32(problem.frozenDays))
            slots.append(
                Slot(
                    obligation: position, building: Int32(buildings.count), opens: opens,
                    deadline: one.deadline - start,
                    due: one.deadline - start, work: Int32(clamping: problem.expectedSeconds(one)),
                    cycleMonths: one.cycleMonths, cycle: 0, windowMonths: one.windowMonths,
                    earlyMonths: one.earlyMonths, state: .pending))
        }
        closeBuilding()
        self.from = problem.from
        self.slots = slots
        self.buildings = buildings
    }

    /// A day of the horizon so many months after another, both counted from the first.
    func adding(months: Int, to day: Int32) -> Int32 {
        Int32(from.adding(days: Int(day)).adding(months: months).days(since: from))
    }

    /// Whether a visit on a day keeps the slot's anniversary.
    func keepsAnniversary(_ slot: Slot, on day: Int32) -> Bool {
        slot.earlyMonths > 0 && day <= slot.deadline
            && (day >= slot.deadline - 28 || day >= adding(months: -Int(slot.earlyMonths), to: slot.deadline))
    }

    /// The next cycle of a slot once it is visited on a day.
    func following(_ slot: Slot, on day: Int32, reserve: RevisitReserve) -> Slot {
        var next = slot
        let basis = keepsAnniversary(slot, on: day) ? slot.deadline : day
        next.deadline = adding(months: Int(slot.cycleMonths), to: basis)
        next.opens = max(day + 1, adding(months: -Int(slot.windowMonths), to: next.deadline))
        next.due = reserve.due(next)
        next.cycle += 1
        next.state = .pending
        return next
    }

    /// Whether the cycle after one counted from a day is sure to be due after the horizon, told without a calendar.
    func endsHorizon(_ slot: Slot, countedFrom day: Int32, days: Int, reserve: RevisitReserve) -> Bool {
        Int(day) + Int(slot.cycleMonths) * 30 - Int(reserve.days) > days + 31
    }
}

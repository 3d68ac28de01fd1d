/// Fills the days of a horizon with first visits, one day after the other, building by building.
///
/// Three rules decide, in this order:
/// 1. *Nobody is endangered.* The slack tree knows, for each day t, the capacity from today to t beyond the work due by t.
///    Work that is not urgent is taken only while no slack becomes negative; at the end of a day the most urgent work is
///    taken until what capacity remains unused is not needed later. By Hall's theorem for intervals this keeps every
///    deadline, as long as the work fits at all.
/// 2. *Level.* What is due soon is worked off at the pace that the steepest stretch of remaining deadlines asks for (the
///    intensity of Yao, Demers and Shenker, 1995). Whole buildings are paid from the horizon's mean pace, and a part on
///    top for bringing buildings together, so that a steep stretch is not spent on what is due much later.
/// 3. *Dense.* The household with the earliest deadline opens its building. When enough has been earned for the whole of
///    it, all of it whose window is open comes along, then neighbours in the street; otherwise only what is due soon.
///
/// Overdue households come first each day, as far as that makes nobody else late.
struct CampaignFilling {
    private(set) var households: HouseholdSlots
    private(set) var visits: [PlannedVisit] = []
    private let days: Int
    private let capacity: [Int64]
    private let promised: [Int64]
    private let reserve: RevisitReserve
    private let alignment: Double
    private var demand: DemandLedger
    private var opening: [[Int32]]
    private var dueOn: [[Int32]]
    private var urgent = DayQueue()
    private var overdue = DayQueue()
    private var today: [Taken] = []
    private var used: Int64 = 0
    private var credit: Double = 0
    private var current = 0

    private struct Taken {
        let slot: Int32
        let visit: PlannedVisit
    }

    /// Days ahead within which a deadline is reason enough to open a building, or to visit it with its street.
    private static let soon: Int32 = 30
    /// How many visits that no longer fit into a day are passed over for shorter ones.
    private static let mostSetAside = 64
    /// How many buildings on either side count as the street's neighbourhood.
    private static let neighbours = 8

    /// Prepares to fill days: `capacity` is what may be used, `promised` what guarantees are built on (`RevisitReserve`).
    init(households: HouseholdSlots, capacity: [Int64], promised: [Int64], reserve: RevisitReserve, alignment: Double) {
        self.households = households
        self.capacity = capacity
        self.promised = promised
        self.reserve = reserve
        self.alignment = alignment
        days = capacity.count
        opening = Array(repeating: [], count: capacity.count)
        dueOn = opening
        demand = DemandLedger(promised: promised)
        visits.reserveCapacity(households.slots.count)
        for slot in households.slots.indices { enter(slot) }
        demand.settle()
    }

    /// Plans every day.
    mutating func fill() {
        for day in 0..<days {
            current = day
            used = 0
            today.removeAll(keepingCapacity: true)
            release(day)
            if capacity[day] > 0 {
                relieve(day)
                fillOverdue(day)
                fillLevel(day)
            }
            close(day)
        }
    }

    /// Obligations that are due within the horizon, or were before, and found no day: their positions, and the deadline
    /// of the cycle (as `CalendarDate.dayNumber`) that has none.
    var unplanned: [(obligation: Int, deadline: Int32)] {
        let start = Int32(households.from.dayNumber)
        return households.slots.filter { $0.state != .done && Int($0.deadline) < days }
            .map { (Int($0.obligation), $0.deadline + start) }.sorted { $0.0 < $1.0 }
    }

    // MARK: The day

    private mutating func release(_ day: Int) {
        for slot in opening[day] {
            let one = households.slots[Int(slot)]
            switch one.state {
            case .pending: if Int(one.due) < days { urgent.push(day: Int(one.due), slot: Int(slot)) }
            case .late: overdue.push(day: Int(one.deadline), slot: Int(slot))
            case .done: break
            }
        }
        opening[day] = []
    }

    private mutating func fillOverdue(_ day: Int) {
        while let head = overdue.first {
            let one = households.slots[head.slot]
            guard one.state == .late, Int(one.deadline) == head.day else {
                overdue.removeFirst()
                continue
            }
            guard takeIfHarmless(head.slot, day) else { return }
            overdue.removeFirst()
            openBuilding(Int(one.building), day)
        }
    }

    private mutating func fillLevel(_ day: Int) {
        let share = demand.levelShare(from: day, capacity: capacity)
        credit = min(
            credit + demand.meanShare(from: day, capacity: capacity) * (1 + alignment), 3 * Double(capacity[day]))
        let usedBefore = used
        var setAside: [Int] = []
        while let head = urgent.first {
            let one = households.slots[head.slot]
            guard one.state == .pending, Int(one.due) == head.day, Int(one.opens) <= day else {
                urgent.removeFirst()
                continue
            }
            let spent = Double(used - usedBefore)
            let affordsWhole = credit - spent >= price(of: Int(one.building), day)
            let isSoon = one.due <= Int32(day) + Self.soon
            guard mustGoOn(day) || (isSoon && (affordsWhole || spent < share)) || (affordsWhole && spent < share)
            else { break }
            urgent.removeFirst()
            guard used + Int64(one.work) <= capacity[day] else {
                // A long visit waits for tomorrow; shorter ones still use what is left of today.
                setAside.append(head.slot)
                if setAside.count >= Self.mostSetAside { break }
                continue
            }
            take(head.slot, day)
            openBuilding(Int(one.building), day, dueBy: affordsWhole ? .max : Int32(day) + Self.soon)
            if affordsWhole {
                openStreet(around: Int(one.building), day, until: usedBefore + Int64(max(0, credit)))
            }
        }
        for slot in setAside where households.slots[slot].state == .pending {
            urgent.push(day: Int(households.slots[slot].due), slot: slot)
        }
        credit = max(credit - Double(used - usedBefore), -2 * Double(capacity[day]))
    }

    /// Whether capacity of today that stays unused would be missing later, or something is due today.
    private func mustGoOn(_ day: Int) -> Bool {
        let left = promised[day] - used
        return demand.due[day] > 0 || (left > 0 && demand.slack.minimum(from: day + 1, upTo: days) < left)
    }

    private mutating func close(_ day: Int) {
        for slot in dueOn[day] where isDue(slot, day) { postpone(Int(slot), day) }
        dueOn[day] = []
        demand.slack.add(used - promised[day], from: day + 1)
        today.sort { $0.slot < $1.slot }
        visits.append(contentsOf: today.lazy.map(\.visit))
    }

    // MARK: Buildings and streets

    private mutating func openBuilding(_ building: Int, _ day: Int, dueBy limit: Int32 = .max) {
        var failed: (due: Int32, work: Int32) = (.max, .max)
        for slot in households.buildings[building].slots {
            let one = households.slots[slot]
            if one.state == .done || Int(one.opens) > day || one.due > limit { continue }
            // Slack only falls with later deadlines: what failed for one fails for all that are due later and take longer.
            if one.due >= failed.due && one.work >= failed.work { continue }
            if !takeIfHarmless(slot, day) { failed = (one.due, one.work) }
        }
    }

    private mutating func openStreet(around building: Int, _ day: Int, until limit: Int64) {
        let street = households.buildings[building].street
        for step in 1...Self.neighbours {
            for neighbour in [building + step, building - step] {
                guard used < limit, demand.slack.minimum(from: day, upTo: day + Int(Self.soon)) > 0 else { return }
                guard households.buildings.indices.contains(neighbour),
                    households.buildings[neighbour].street == street,
                    isDueSoon(neighbour, day)
                else { continue }
                openBuilding(neighbour, day)
            }
        }
    }

    private func isDueSoon(_ building: Int, _ day: Int) -> Bool {
        let horizon = Int32(day) + Self.soon
        return households.buildings[building].slots.contains { slot in
            let one = households.slots[slot]
            return one.state == .pending && Int(one.opens) <= day && one.due <= horizon
        }
    }

    /// What must have been earned to open a building: half of the work that waits in it, at most half a day.
    private func price(of building: Int, _ day: Int) -> Double {
        var waiting: Int64 = 0
        for slot in households.buildings[building].slots {
            let one = households.slots[slot]
            if one.state != .done && Int(one.opens) <= day { waiting += Int64(one.work) }
        }
        return Double(min(waiting, capacity[day])) / 2
    }

    // MARK: One household

    private mutating func takeIfHarmless(_ slot: Int, _ day: Int) -> Bool {
        let one = households.slots[slot]
        let work = Int64(one.work)
        guard used + work <= capacity[day] else { return false }
        let safeFrom = one.state == .late ? days : Int(one.due)
        guard demand.slack.minimum(from: day, upTo: safeFrom) >= work else { return false }
        return take(slot, day, onlyIfHarmless: true)
    }

    /// Visits a household on a day and enters the cycle that follows.
    @discardableResult
    private mutating func take(_ slot: Int, _ day: Int, onlyIfHarmless: Bool = false) -> Bool {
        let one = households.slots[slot]
        let basis = max(Int32(day), 0)
        var next = one
        next.state = .done
        if !households.endsHorizon(one, countedFrom: basis, days: days, reserve: reserve) {
            let following = households.following(one, on: basis, reserve: reserve)
            if Int(following.due) < days { next = following }
        }
        move(one, to: next, on: day, by: Int64(one.work))
        if onlyIfHarmless && next.state != .done && demand.slack.minimum(from: day, upTo: days) < 0 {
            move(one, to: next, on: day, by: -Int64(one.work))
            return false
        }
        let start = Int32(households.from.dayNumber)
        let visit = PlannedVisit(
            obligation: one.obligation, cycle: one.cycle, isFrozen: false, day: Int32(day) + start,
            deadline: one.deadline + start, building: households.buildings[Int(one.building)].number)
        today.append(Taken(slot: Int32(slot), visit: visit))
        used += Int64(one.work)
        households.slots[slot] = next
        if next.state != .done {
            if Int(next.opens) < days { opening[Int(next.opens)].append(Int32(slot)) }
            dueOn[Int(next.due)].append(Int32(slot))
        }
        return true
    }

    /// Books that a slot's work is done today and that its next cycle asks for work later.
    private mutating func move(_ one: HouseholdSlots.Slot, to next: HouseholdSlots.Slot, on day: Int, by work: Int64) {
        if one.state == .pending { bookCycles(of: one, -work) }
        demand.slack.add(-work, from: day)
        if next.state == .pending { bookCycles(of: next, work) }
    }

    /// Books the work of a slot's open cycle and of those that follow it within the horizon, each done at its deadline.
    private mutating func bookCycles(of one: HouseholdSlots.Slot, _ work: Int64) {
        var cycle = one
        while Int(cycle.due) < days {
            demand.book(work, due: Int(cycle.due))
            if households.endsHorizon(cycle, countedFrom: cycle.deadline, days: days, reserve: reserve) { return }
            cycle = households.following(cycle, on: cycle.deadline, reserve: reserve)
        }
    }

    private mutating func enter(_ slot: Int) {
        let one = households.slots[slot]
        if one.state == .done { return }
        if Int(one.opens) < days { opening[Int(max(0, one.opens))].append(Int32(slot)) }
        guard one.state == .pending, Int(one.due) < days else { return }
        dueOn[Int(one.due)].append(Int32(slot))
        bookCycles(of: one, Int64(one.work))
    }

    // MARK: When it does not fit

    private func isDue(_ slot: Int32, _ day: Int) -> Bool {
        let one = households.slots[Int(slot)]
        return one.state == .pending && Int(one.due) == day
    }

    /// Takes guarantees back until nobody is endangered: those due last before the tight day lose theirs first, for they
    /// come least late.
    private mutating func relieve(_ day: Int) {
        while let tight = demand.slack.firstNegative(from: day) {
            var bucket = tight
            while bucket >= day && demand.slack.minimum(from: tight, upTo: tight + 1) < 0 {
                while let slot = dueOn[bucket].popLast() {
                    if isDue(slot, bucket) {
                        postpone(Int(slot), tight)
                        break
                    }
                }
                if dueOn[bucket].isEmpty { bucket -= 1 }
            }
            if demand.slack.minimum(from: tight, upTo: tight + 1) < 0 { return }
        }
    }

    /// Gives a household that cannot be visited by its plan's own deadline until its true one, or no guarantee at all.
    private mutating func postpone(_ slot: Int, _ tight: Int) {
        var one = households.slots[slot]
        bookCycles(of: one, -Int64(one.work))
        let isOpen = Int(one.opens) <= current
        if Int(one.deadline) > tight {
            one.due = one.deadline
            if Int(one.due) < days {
                bookCycles(of: one, Int64(one.work))
                dueOn[Int(one.due)].append(Int32(slot))
                if isOpen { urgent.push(day: Int(one.due), slot: slot) }
            }
        } else {
            one.state = .late
            if isOpen { overdue.push(day: Int(one.deadline), slot: slot) }
        }
        households.slots[slot] = one
    }
}

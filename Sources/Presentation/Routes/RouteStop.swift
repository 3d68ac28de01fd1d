package import GasService

/// One halt of a crew: a building, and the jobs to do in it.
package struct RouteStop: Sendable, Encodable {
    /// The place in the route, from 1.
    package let sequence: Int
    package let arrival: Instant
    package let departure: Instant
    package let address: String
    package let building: BuildingID?
    package let position: GeoPoint
    package let jobs: [RouteJob]

    package init(
        sequence: Int, arrival: Instant, departure: Instant, address: String, building: BuildingID?, position: GeoPoint,
        jobs: [RouteJob]
    ) {
        self.sequence = sequence
        self.arrival = arrival
        self.departure = departure
        self.address = address
        self.building = building
        self.position = position
        self.jobs = jobs
    }
}

/// One visit to one household.
package struct RouteJob: Sendable, Encodable {
    package let id: JobID
    package let accountNo: AccountNumber
    /// The kind as the database names it, such as `inspection`.
    package let kind: String
    /// The state as the database names it, such as `planned`.
    package let state: String
    /// What came of it, when it is closed.
    package let result: String?
    /// What asked for the visit.
    package let reason: VisitReason?
    /// The last day on which it is in time.
    package let deadline: CalendarDate?
    package let customerClass: CustomerClass
    package let unit: String?
    package let floor: String?
    /// What the crew must know beforehand, such as the text of an appointment.
    package let note: String?
    /// What was promised to the customer, if anything.
    package let appointment: Appointment?

    /// A span of time promised to a customer.
    package struct Appointment: Sendable, Encodable {
        package let startsAt: Instant
        package let endsAt: Instant

        package init(startsAt: Instant, endsAt: Instant) {
            self.startsAt = startsAt
            self.endsAt = endsAt
        }
    }

    package init(
        id: JobID, accountNo: AccountNumber, kind: String, state: String, customerClass: CustomerClass, unit: String?,
        floor: String?, result: String? = nil, reason: VisitReason? = nil, deadline: CalendarDate? = nil,
        note: String? = nil, appointment: Appointment? = nil
    ) {
        self.id = id
        self.accountNo = accountNo
        self.kind = kind
        self.state = state
        self.customerClass = customerClass
        self.unit = unit
        self.floor = floor
        self.result = result
        self.reason = reason
        self.deadline = deadline
        self.note = note
        self.appointment = appointment
    }
}

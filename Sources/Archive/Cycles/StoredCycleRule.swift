package import GasService
package import PostgresClient

/// A cycle rule with the number under which the database keeps it; obligations name their rule by it.
package struct StoredCycleRule: Sendable, Hashable {
    /// The number in `gasworks.cycle_rule`.
    package let id: Int32
    /// The rule.
    package let rule: CycleRule

    /// All versions, in the order in which they begin to hold; of versions that begin on the same day, the last revision.
    ///
    /// - Parameters:
    ///   - anniversaryMonths: the early window of rules that leave it to the setting `inspection.anniversary_months`.
    ///   - connection: any role's.
    /// - Returns: the rules.
    /// - Throws: `PostgresError`, also for a stored rule whose numbers contradict each other.
    nonisolated(nonsending) package static func all(
        anniversaryMonths: Int, on connection: PostgresConnection
    ) async throws -> [StoredCycleRule] {
        let rows = try await connection.query(
            """
            SELECT DISTINCT ON (valid_from, district_id, customer_class)
                   rule_id, district_id, customer_class, valid_from, interval_kind, months, early_months, cap_months,
                   transition_months
            FROM cycle_rule
            ORDER BY valid_from, district_id, customer_class, revision DESC
            """,
            as: (
                Int32.self, DistrictID.self, CustomerClass.self, CalendarDate.self, IntervalKind.self, Int16.self,
                Int16?.self, Int16?.self, Int16?.self
            ))
        return try rows.map { id, district, customerClass, validFrom, kind, months, early, cap, transition in
            let early = early.map(Int.init) ?? (kind == .calendarYear ? 0 : min(anniversaryMonths, Int(months) - 1))
            guard
                let interval = CycleInterval(
                    kind: kind, months: Int(months), earlyMonths: early, capMonths: cap.map(Int.init))
            else { throw GasworksError.unexpected(sqlState: "", message: "cycle rule \(id) contradicts itself") }
            return StoredCycleRule(
                id: id,
                rule: CycleRule(
                    district: district, customerClass: customerClass, validFrom: validFrom, interval: interval,
                    transitionMonths: transition.map(Int.init)))
        }
    }
}

extension Sequence where Element == StoredCycleRule {
    /// The number of a rule that came from these, or of the built-in rule, which the schema stores as the first version.
    package func id(of rule: CycleRule) -> Int32? {
        first {
            $0.rule.district == rule.district && $0.rule.customerClass == rule.customerClass
                && $0.rule.validFrom == rule.validFrom
        }?.id
    }
}

package import GasService
import PostgresClient

/// Which obligations a coverage report is about.
package struct CoverageQuery: Sendable, Hashable {
    /// The year and the day as of which it is judged.
    package var period: CoveragePeriod
    /// The only district; nil for all.
    package var district: DistrictID?
    /// The only class; nil for all.
    package var customerClass: CustomerClass?

    /// Asks about a year.
    package init(period: CoveragePeriod, district: DistrictID? = nil, customerClass: CustomerClass? = nil) {
        self.period = period
        self.district = district
        self.customerClass = customerClass
    }

    /// The judgements as something to select from.
    var judgements: PostgresQuery {
        """
        coverage_judgements(\(period.start), \(period.end), \(period.asOf), \(district)::text, \(customerClass)::text)
        """
    }
}

package import GasService
import PostgresClient

extension GasworksDatabase {
    /// Makes sure that a district that was asked for is one; for lists, which would be empty for a wrong one.
    ///
    /// - Parameter district: the district; nil, and the company, pass.
    /// - Throws: `GasworksError.unknownDistrict`.
    nonisolated(nonsending) package func demand(_ district: DistrictID?) async throws {
        guard let district, !district.isCompany else { return }
        let isKnown = try await read {
            try await $0.queryOne(
                "SELECT EXISTS (SELECT FROM district WHERE district_id = \(district))", as: (Bool.self))
        }
        guard isKnown else { throw GasworksError.unknownDistrict(district.text) }
    }
}

package import Archive
import Foundation
package import GasService
import PostgresClient

/// Brings gas back, step by step: the network's leak check, each building's, then the households.
package struct RestoreOutage: Sendable {
    /// The outage.
    package var outage: OutageID
    /// The building meant; nil for all that are not done.
    package var building: BuildingID?
    /// The households meant; empty for all of the building, or of the outage, that are without gas.
    package var accounts: [AccountNumber]
    /// When it was done; nil for now.
    package var instant: Instant?

    /// What is done.
    package enum Step: Sendable, Hashable {
        /// The leak check of the network was passed.
        case begin
        /// The leak check of the building was passed.
        case confirm(BuildingID)
        /// Households were lit and tested.
        case light
        /// Households were sealed; a crew comes again on the day.
        case seal(revisit: CalendarDate)
    }

    /// What was done.
    package struct Outcome: Sendable {
        /// Households without gas that are neither lit nor sealed.
        package let stillOff: Int
        /// Households lit and tested.
        package let lit: Int
        /// Households sealed, to be visited again.
        package let sealed: Int
    }

    /// Gathers what is to be done.
    package init(
        outage: OutageID, building: BuildingID? = nil, accounts: [AccountNumber] = [], instant: Instant? = nil
    ) {
        self.outage = outage
        self.building = building
        self.accounts = accounts
        self.instant = instant
    }

    /// Takes steps in order, in one transaction.
    ///
    /// - Throws: `GasworksError.outageRefused`: a state that does not lead there, `buildingNotConfirmed`,
    ///   `residentialAtNight`, `revisitMissing`, `notAffected`, `unknownBuilding`.
    nonisolated(nonsending) package func run(_ steps: [Step], in database: GasworksDatabase) async throws -> Outcome {
        try await database.write("outage restore") { connection in
            let restoration = OutageRestoration(of: outage, on: connection)
            _ = try await Outage.named(outage, on: connection)
            let at = try await connection.instant(instant)
            for step in steps { try await take(step, at: at, by: restoration) }
            let ledger = Dictionary(
                uniqueKeysWithValues: try await LedgerCount.all(of: outage, on: connection).map {
                    ($0.state, $0.households)
                })
            return Outcome(stillOff: ledger["off"] ?? 0, lit: ledger["lit"] ?? 0, sealed: ledger["sealed"] ?? 0)
        }
    }

    nonisolated(nonsending) private func take(
        _ step: Step, at: Instant, by restoration: OutageRestoration
    ) async throws {
        switch step {
        case .begin: try await restoration.begin(at: at, as: UUID())
        case .confirm(let building):
            let districts = try await restoration.districts(of: building)
            guard !districts.isEmpty else { throw GasworksError.outageRefused(.unknownBuilding(building.text)) }
            for district in districts {
                try await restoration.confirm(building, in: district, at: at, as: UUID())
            }
        case .light: try await restore(sealedUntil: nil, at: at, by: restoration)
        case .seal(let revisit): try await restore(sealedUntil: revisit, at: at, by: restoration)
        }
    }

    nonisolated(nonsending) private func restore(
        sealedUntil revisit: CalendarDate?, at: Instant, by restoration: OutageRestoration
    ) async throws {
        // Those named, wherever they stand, so that a wrong one is refused; otherwise those who are without gas.
        let states = accounts.isEmpty ? ["off"] : ["listed", "off", "lit", "sealed"]
        let found = try await restoration.households(in: states, building: building)
        let named = Set(accounts)
        let chosen = found.filter { named.isEmpty || named.contains($0.1) }
        if let stranger = named.subtracting(chosen.map(\.1)).min() {
            throw GasworksError.outageRefused(.notAffected(account: stranger.text))
        }
        // Of nobody, too, the schema says whether the outage is so far.
        if chosen.isEmpty { try await restoration.restore([], in: .company, sealedUntil: nil, at: at, as: UUID()) }
        for (district, rows) in Dictionary(grouping: chosen, by: \.0).sorted(by: { $0.key < $1.key }) {
            try await restoration.restore(
                rows.map(\.1), in: district, sealedUntil: revisit, at: at, as: UUID())
        }
    }
}

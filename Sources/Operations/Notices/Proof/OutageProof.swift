package import Archive
package import GasService

/// Everything that proves how an outage's households were told, as of one moment.
package struct OutageProof: Sendable {
    package let terms: AnnouncedTerms
    /// The outage's own events, on the chains of the districts.
    package let events: [OutageEvent]
    /// What was done for each household; one that was told or waived several times stands several times.
    package let evidence: [NoticeEvidence]
    /// When this was read.
    package let asOf: Instant

    /// Reads the proof of an outage.
    ///
    /// - Throws: `GasworksError.unknownOutage`.
    nonisolated(nonsending) package static func read(
        _ outage: OutageID, in database: GasworksDatabase
    ) async throws -> OutageProof {
        let asOf = try await database.present()
        return try await database.snapshot { connection in
            OutageProof(
                terms: try await AnnouncedTerms.read(outage, by: connection),
                events: try await OutageEvent.all(of: outage, by: connection),
                evidence: try await NoticeEvidence.all(of: outage, by: connection), asOf: asOf)
        }
    }

    /// Households by basis, each counted once.
    package var counts: EvidenceCounts { EvidenceCounts(evidence) }
}

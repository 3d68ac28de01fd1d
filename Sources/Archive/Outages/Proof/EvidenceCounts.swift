/// How many households an outage has, and by what their gas is off, or would go off at the moment of reading.
package struct EvidenceCounts: Sendable, Hashable {
    /// All of them.
    package let households: Int
    /// Those that a notice is known to have reached, in time or not.
    package let reached: Int
    /// Told in time.
    package let told: Int
    /// A supervisor answers for them.
    package let waived: Int
    /// Without gas in an emergency, which asks for no telling beforehand.
    package let emergency: Int
    /// They came to the area while its gas was off.
    package let joined: Int
    /// None of these: their gas may not go off.
    package var neither: Int { households - told - waived - emergency - joined }

    /// Counts each household of the evidence once, by its basis.
    package init(_ evidence: [NoticeEvidence]) {
        let bases = Dictionary(evidence.map { ($0.account, $0.basis) }, uniquingKeysWith: { first, _ in first })
        func count(_ basis: String) -> Int { bases.values.count { $0 == basis } }
        households = bases.count
        reached = Set(evidence.filter { $0.notice != nil }.map(\.account)).count
        (told, waived) = (count("notice"), count("waiver"))
        (emergency, joined) = (count("emergency"), count("joined"))
    }
}

/// Why a household needs special care (RULES.md, Outage notices: the elderly, infirm, ill and disabled).
package enum SpecialCare: String, CaseIterable, Sendable {
    /// Old age.
    case elderly
    /// Frailty.
    case infirm
    /// Illness.
    case ill
    /// Disability.
    case disabled
}

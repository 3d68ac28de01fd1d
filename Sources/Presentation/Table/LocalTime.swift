package import GasService

extension UtilityTimeZone {
    /// An instant as people of the utility read it: `2026-11-24 08:05`.
    package func minuteText(of instant: Instant) -> String {
        "\(date(of: instant)) \(minute(of: instant))"
    }
}

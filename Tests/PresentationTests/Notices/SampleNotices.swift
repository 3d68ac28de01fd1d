import GasService
import Presentation
import Testing

/// Notices of an outage in Helsinki whose planned end is at night.
enum SampleNotices {
    static let zone = UtilityTimeZone("Europe/Helsinki") ?? .utc

    static var planned: NoticeFacts {
        let start = Instant("2026-11-26T08:00:00+02:00") ?? Instant(microseconds: 0)
        return NoticeFacts(
            purpose: .announcement, isEmergency: false, span: OutageSpan(start: start, minutes: 900),
            area: "Mannerheimintie 1–9", reason: "replacement of a main", outage: "O-12",
            restoration: Instant("2026-11-27T06:00:00+02:00") ?? start, account: "00003560",
            address: "Mannerheimintie 3, 12")
    }

    static func writer() throws -> NoticeWriter {
        let texts = try NoticeTexts.standard().replaced(by: "company: City Gas\nphone: 010 123\n", file: "own.txt")
        return try NoticeWriter(texts, phone: nil, zone: zone)
    }
}

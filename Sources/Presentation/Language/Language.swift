/// A language in which Gasworks speaks to people.
package enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case en
    case zh

    /// The language that a POSIX environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and
    /// not empty decides, as POSIX orders them; anything but Chinese is answered in English.
    package init(environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
    }

    /// The tag by which HTML and HTTP name the language (BCP 47).
    package var tag: String {
        switch self {
        case .en: "en"
        case .zh: "zh-Hans"
        }
    }
}

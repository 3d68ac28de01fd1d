package import GasService

/// One text of a file of notice texts: for a purpose, in a form, in a language.
package struct NoticeSection: Sendable, Hashable {
    /// What the text is about.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case announcement, emergency, change, `extension`, cancellation, restoration

        /// The subject of a notice: an emergency is announced in other words than planned works.
        package init(_ purpose: NoticePurpose, isEmergency: Bool) {
            switch purpose {
            case .announcement: self = isEmergency ? .emergency : .announcement
            case .change: self = .change
            case .extension: self = .extension
            case .cancellation: self = .cancellation
            case .restoration: self = .restoration
            }
        }

        /// What a text about it must name (RULES.md, Outage notices: time span, area, reason, telephone; planned restoration).
        package var needs: [NoticeField] {
            switch self {
            case .announcement, .emergency, .change: [.start, .end, .restoration, .area, .reason, .phone]
            case .extension: [.end, .restoration, .area, .phone]
            case .cancellation: [.start, .area, .phone]
            case .restoration: [.area, .phone]
            }
        }
    }

    /// How long the text may be.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// A text message.
        case short
        /// An e-mail or a printed notice; its first line is the heading.
        case long
    }

    package let subject: Subject
    package let form: Form
    package let language: Language

    package init(_ subject: Subject, _ form: Form, _ language: Language) {
        self.subject = subject
        self.form = form
        self.language = language
    }

    /// Reads a section's name, `announcement.short.en`.
    init?(_ name: some StringProtocol) {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "." }.map { String($0) }
        guard parts.count == 3, let subject = Subject(rawValue: parts[0]), let form = Form(rawValue: parts[1]),
            let language = Language(rawValue: parts[2])
        else { return nil }
        self.init(subject, form, language)
    }

    /// The section's name.
    package var name: String { "\(subject.rawValue).\(form.rawValue).\(language.rawValue)" }

    /// Every section that a complete file has.
    package static let all = Subject.allCases.flatMap { subject in
        Form.allCases.flatMap { form in Language.allCases.map { NoticeSection(subject, form, $0) } }
    }
}

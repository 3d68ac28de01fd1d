import Archive
import GasService
import Presentation

extension NoticeFacts {
    /// What a leased notice says.
    init(_ notice: LeasedNotice, restoration: RestorationHours) {
        let content = notice.content
        self.init(
            purpose: content.purpose, isEmergency: content.isEmergency, span: content.span, area: content.area,
            reason: content.reason, outage: content.outage.text,
            restoration: restoration.next(for: content.customerClass, from: content.span.end),
            account: content.account.text, address: content.address)
    }

    /// What a notice that is carried to the door says.
    init(_ notice: PrintableNotice, of terms: AnnouncedTerms, restoration: RestorationHours) {
        let address = [notice.address, notice.unit].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        self.init(
            purpose: notice.purpose, isEmergency: terms.isEmergency, span: terms.span, area: terms.area ?? address,
            reason: terms.reason, outage: terms.outage.text,
            restoration: restoration.next(for: notice.customerClass, from: terms.span.end),
            account: notice.account.text, address: address)
    }

    /// What is said to a whole building, or shown before anything is sent: as to a home, whose gas comes back last.
    init(_ terms: AnnouncedTerms, purpose: NoticePurpose, address: String, restoration: RestorationHours) {
        self.init(
            purpose: purpose, isEmergency: terms.isEmergency, span: terms.span, area: terms.area ?? address,
            reason: terms.reason, outage: terms.outage.text,
            restoration: restoration.next(for: .residential, from: terms.span.end), account: nil, address: address)
    }
}

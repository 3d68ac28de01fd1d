/// One printed notice: for a household, with a receipt to sign, or for the door of a building.
package struct NoticeSheet: Sendable, Hashable {
    /// What the notice says.
    package let facts: NoticeFacts
    /// The notice's number, which the receipt carries; nil for a building's poster.
    package let notice: String?
    /// Households told by a building's poster.
    package let households: Int

    /// A sheet for a household.
    ///
    /// It carries no name: one that is left at the door shows no personal data.
    package init(_ facts: NoticeFacts, notice: String) {
        self.facts = facts
        self.notice = notice
        households = 1
    }

    /// A poster for a building's door.
    package init(building facts: NoticeFacts, households: Int) {
        self.facts = facts
        self.notice = nil
        self.households = households
    }
}

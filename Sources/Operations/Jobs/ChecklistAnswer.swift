import Archive
import GasService

/// What a crew says about one item of the checklist: its code, and a reading where one was taken.
package struct ChecklistAnswer: Sendable, Hashable {
    /// The item's code, such as `leak`.
    package let code: String
    /// The value read, with its unit.
    package let reading: String?

    /// Reads `CODE` or `CODE=READING`; nil when there is no code.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let code = parts.first, !code.isEmpty else { return nil }
        self.code = String(code)
        reading = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
    }

    /// The finding it makes; an item named with a hazard has failed, if it can fail, and else is a reading or a remark.
    ///
    /// - Throws: `invalidValue` for a code that the template does not have, and for a reading beyond 64 characters.
    func finding(by template: ChecklistTemplate, failed: Bool) throws(GasworksError) -> JobSheet.Finding {
        guard let item = template.item(code) else {
            throw .invalidValue(name: "item", value: code, expected: template.items.map(\.code).joined(separator: " "))
        }
        if let reading, reading.count > 64 {
            throw .invalidValue(name: code, value: reading, expected: "short_reading")
        }
        return JobSheet.Finding(item: code, grade: failed ? item.grade?.description : nil, reading: reading)
    }
}

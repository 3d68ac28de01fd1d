/// Words in the two languages the company prints.
public struct Label: Sendable, Hashable, Codable {
    /// Chinese.
    public let zh: String
    /// English.
    public let en: String

    /// A pair of words.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

/// The code of a grade of hazard, such as `I`; companies name and number grades differently.
public struct GradeCode: Sendable, Hashable, Codable, LosslessStringConvertible {
    /// The code as written.
    public let description: String

    /// Any non-empty code.
    public init?(_ description: String) {
        guard !description.isEmpty, description.utf8.count <= 16 else { return nil }
        self.description = description
    }

    private init(literal: String) { description = literal }

    /// Grave: gas off at once.
    public static let grave = GradeCode(literal: "I")
    /// Serious: signed notice.
    public static let serious = GradeCode(literal: "II")
    /// Ordinary: told and advised.
    public static let ordinary = GradeCode(literal: "III")
}

/// A grade of hazard and what it demands, as data of a template.
public struct HazardGrade: Sendable, Hashable, Codable {
    /// The code.
    public let code: GradeCode
    /// What people read.
    public let label: Label
    /// Days by which it must be rectified at the latest.
    public let rectifyWithinDays: Int
    /// Whether the date is advice rather than an order.
    public let isAdvice: Bool
    /// Whether gas is turned off at once, and on again only after a passed re-inspection.
    public let gasOffAtOnce: Bool
    /// Minutes within which dispatch is told; nil when it need not be at once.
    public let tellDispatchWithinMinutes: Int?
    /// Minutes within which the written notice is handed over; nil when it is signed or left at the visit.
    public let noticeWithinMinutes: Int?
}

/// One item that a crew answers at every inspection.
public struct ChecklistItem: Sendable, Hashable, Codable {
    /// The stable code.
    public let code: String
    /// What people read.
    public let label: Label
    /// The grade of the hazard when it fails; nil for items that cannot fail.
    public let grade: GradeCode?
    /// The units its reading may have; empty when nothing is measured.
    public let units: [String]
}

/// A version of the checklist: items, grades and deadlines, which hold from a date on.
public struct ChecklistTemplate: Sendable, Hashable, Codable {
    /// The version, from 1.
    public let version: Int
    /// Grades, gravest first.
    public let grades: [HazardGrade]
    /// Items, in the order they are asked.
    public let items: [ChecklistItem]

    /// The item with a code.
    public func item(_ code: String) -> ChecklistItem? { items.first { $0.code == code } }

    /// The gravest grade among failed items; nil when none of them is graded.
    ///
    /// - Throws: `invalidValue` for a code that this version does not have, or an item that cannot fail.
    public func gravestGrade(ofFailed codes: [String]) throws(GasworksError) -> HazardGrade? {
        var gravest: Int?
        for code in codes {
            guard let grade = item(code)?.grade, let rank = grades.firstIndex(where: { $0.code == grade }) else {
                let known = items.filter { $0.grade != nil }.map(\.code).joined(separator: " ")
                throw .invalidValue(name: "finding", value: code, expected: known)
            }
            gravest = min(gravest ?? rank, rank)
        }
        return gravest.map { grades[$0] }
    }

    /// Checks that a result and the failed items agree: a hazard has at least one, any other result none.
    ///
    /// - Throws: `invalidValue` when they contradict each other or an item is unknown.
    public func check(result: VisitResult, failed codes: [String]) throws(GasworksError) {
        _ = try gravestGrade(ofFailed: codes)
        if (result == .hazard) == codes.isEmpty {
            let expected = codes.isEmpty ? "finding_with_hazard" : VisitResult.hazard.rawValue
            throw .invalidValue(name: "result", value: result.rawValue, expected: expected)
        }
    }
}

/// What the rows of an import are.
package enum ImportedRows: Sendable {
    case households
    case supplyNodes
    case crews

    /// So many of them, as English counts.
    func english(_ count: Int) -> String {
        switch self {
        case .households: count.of("household")
        case .supplyNodes: count.of("supply node")
        case .crews: count.of("crew")
        }
    }

    /// So many of them, as Chinese counts.
    func chinese(_ count: Int) -> String {
        switch self {
        case .households: "\(count.grouped) 户"
        case .supplyNodes: "\(count.grouped) 个供气节点"
        case .crews: "\(count.grouped) 个班组"
        }
    }
}

/// The figures of an import.
package struct ImportCounts: Sendable {
    package let rows: Int
    package let inserted: Int
    package let changed: Int
    package let unchanged: Int
    package let newDistricts: [String]
    package let isDryRun: Bool

    package init(
        rows: Int, inserted: Int, changed: Int, unchanged: Int, newDistricts: [String], isDryRun: Bool
    ) {
        self.rows = rows
        self.inserted = inserted
        self.changed = changed
        self.unchanged = unchanged
        self.newDistricts = newDistricts
        self.isDryRun = isDryRun
    }
}

/// What imports say.
extension Phrase {
    package static let importReading = Phrase(en: "Reading", zh: "读取")
    package static let importChecking = Phrase(en: "Checking the whole file", zh: "整体校验")
    package static let importStoring = Phrase(en: "Storing", zh: "写入")

    /// What an import did, or would do.
    package static func imported(_ kind: ImportedRows, _ counts: ImportCounts) -> Phrase {
        let opening = Phrase(
            en: counts.isDryRun
                ? "Dry run, nothing was changed: \(kind.english(counts.rows)),"
                : "\(kind.english(counts.rows)) read:",
            zh: counts.isDryRun
                ? "试运行，未作任何更改：\(kind.chinese(counts.rows))，" : "已读取 \(kind.chinese(counts.rows))：")
        let figures = Phrase(
            en: "\(counts.inserted.grouped) new, \(counts.changed.grouped) changed, "
                + "\(counts.unchanged.grouped) unchanged.",
            zh: "新增 \(counts.inserted.grouped)，变更 \(counts.changed.grouped)，未变 \(counts.unchanged.grouped)。")
        guard !counts.newDistricts.isEmpty else { return opening + figures }
        let names = counts.newDistricts
        let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
        return opening + figures
            + Phrase(en: "\(names.count.of("new district")): \(shown).", zh: "新片区 \(names.count) 个：\(shown)。")
    }

    /// More problems than are shown.
    package static func furtherProblems(_ count: Int) -> Phrase {
        Phrase(
            en: "… and \(count.of("further problem")); --format json or csv lists them all.",
            zh: "……另有 \(count.grouped) 处问题；用 --format json 或 csv 可全部列出。")
    }
}

extension Phrase {
    package static let nothingFound = Phrase(en: "Nothing found.", zh: "没有符合条件的记录。")
    package static let total = Phrase(en: "Total", zh: "合计")
    package static let yes = Phrase(en: "yes", zh: "是")
    package static let no = Phrase(en: "no", zh: "否")
    package static let none = Phrase(en: "none", zh: "无")
    package static let done = Phrase(en: "Done.", zh: "已完成。")
    /// What stands before an error's sentence.
    package static let errorLabel = Phrase(en: "error: ", zh: "错误：")

    /// Yes or no.
    package static func answer(_ value: Bool) -> Phrase { value ? .yes : .no }
}

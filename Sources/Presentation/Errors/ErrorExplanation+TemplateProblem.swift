package import GasService

extension ErrorExplanation {
    /// What is wrong with a file of notice texts, and what helps.
    package init(_ problem: TemplateProblem) {
        let place = problem.line.map { "\(problem.file):\($0): " } ?? "\(problem.file): "
        let (said, cure) = Self.texts(of: problem)
        self.init(Phrase(en: place + said.en, zh: place + said.zh), cure: cure)
    }

    private static func texts(of problem: TemplateProblem) -> (Phrase, Phrase) {
        let known = problem.known.joined(separator: " ")
        let oneOf = Phrase(en: "Use one of: \(known).", zh: "可用的名称：\(known)。")
        let name = problem.name
        switch problem.fault {
        case .unknownSection:
            return (Phrase(en: "There is no section [\(name)].", zh: "没有名为 [\(name)] 的段落。"), oneOf)
        case .duplicateSection:
            return (
                Phrase(en: "Section [\(name)] stands twice.", zh: "段落 [\(name)] 重复。"),
                Phrase(en: "Remove one of them.", zh: "请删去其一。")
            )
        case .emptySection:
            return (
                Phrase(en: "Section [\(name)] holds no text.", zh: "段落 [\(name)] 没有内容。"),
                Phrase(en: "Write its text, or leave the section out.", zh: "请写入内容，或删去该段落。")
            )
        case .textOutsideSection:
            return (
                Phrase(en: "\"\(name)\" stands before the first section.", zh: "“\(name)”位于第一个段落之前。"),
                Phrase(
                    en: "Only \(known), each with a colon, may stand there; begin a comment with #.",
                    zh: "此处只能定义 \(known)（后接冒号）；注释请以 # 开头。")
            )
        case .unknownField:
            return (Phrase(en: "There is no field {{\(name)}}.", zh: "没有名为 {{\(name)}} 的字段。"), oneOf)
        case .unclosedField:
            return (
                Phrase(en: "A field is not closed: {{\(name)", zh: "字段没有闭合：{{\(name)"),
                Phrase(en: "Close it with }} on the same line.", zh: "请在同一行以 }} 闭合。")
            )
        case .missingField:
            return (
                Phrase(en: "Section [\(known)] does not name {{\(name)}}.", zh: "段落 [\(known)] 缺少字段 {{\(name)}}。"),
                Phrase(en: "A notice must say it; add the field.", zh: "通知必须写明该项，请补充字段。")
            )
        case .missingPhone:
            return (
                Phrase(en: "No telephone for questions is given.", zh: "没有给出咨询电话。"),
                Phrase(
                    en: "Give --phone, or write phone: NUMBER at the top of a file for --template.",
                    zh: "请使用 --phone，或在 --template 文件开头写明 phone: 号码。")
            )
        }
    }
}

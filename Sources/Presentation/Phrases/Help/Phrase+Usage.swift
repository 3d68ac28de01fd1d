/// What is said about arguments that no command takes.
extension Phrase {
    package static let missingSubcommand = Phrase(en: "A subcommand is missing.", zh: "缺少子命令。")

    /// There is no such command.
    package static func unknownCommand(_ name: String, nearest: String?) -> Phrase {
        let message = Phrase(en: "There is no command \(name).", zh: "没有命令 \(name)。")
        guard let nearest else { return message }
        return message + Phrase(en: "Did you mean \(nearest)?", zh: "是否想输入 \(nearest)？")
    }

    /// There is no such option.
    package static func unknownOption(_ name: String, nearest: String?) -> Phrase {
        let message = Phrase(en: "Unknown option \(name).", zh: "未知选项 \(name)。")
        guard let nearest else { return message }
        return message + Phrase(en: "Did you mean \(nearest)?", zh: "是否想输入 \(nearest)？")
    }

    /// The option stands without a value.
    package static func optionWithoutValue(_ option: Phrase) -> Phrase {
        Phrase(en: "\(option.en) lacks its value.", zh: "选项 \(option.zh) 缺少取值。")
    }

    /// The flag has a value.
    package static func optionTakesNoValue(_ name: String, given value: String) -> Phrase {
        Phrase(en: "\(name) takes no value, but has \"\(value)\".", zh: "选项 \(name) 不带取值，却给出了“\(value)”。")
    }

    /// More arguments than the command takes.
    package static func unexpectedArguments(_ arguments: [String]) -> Phrase {
        let english = arguments.map { "\"\($0)\"" }.joined(separator: ", ")
        let chinese = arguments.map { "“\($0)”" }.joined(separator: "、")
        return Phrase(en: "Unexpected: \(english).", zh: "无法识别的参数：\(chinese)。")
    }

    /// An argument that the command needs, or one of several, is missing.
    package static func missingArgument(_ anyOf: [Phrase]) -> Phrase {
        Phrase(
            en: "Missing: \(anyOf.map(\.en).joined(separator: " or ")).",
            zh: "缺少参数：\(anyOf.map(\.zh).joined(separator: " 或 "))。")
    }

    /// The value is not one that the argument can have.
    package static func valueRefused(
        _ value: String, for argument: Phrase, form: Phrase?, allowed: [String]
    ) -> Phrase {
        let message = Phrase(
            en: "\(argument.en) cannot be \"\(value)\".", zh: "\(argument.zh) 的取值“\(value)”无效。")
        if let form { return message + Phrase(en: "It is written \(form.en).", zh: "格式：\(form.zh)。") }
        guard !allowed.isEmpty else { return message }
        return message
            + Phrase(
                en: "Allowed: \(allowed.joined(separator: ", ")).", zh: "可选值：\(allowed.joined(separator: "、"))。")
    }

    /// Two flags that exclude each other.
    package static func flagsExclude(_ one: String, _ other: String) -> Phrase {
        Phrase(en: "\(one) and \(other) exclude each other.", zh: "\(one) 与 \(other) 不能同时使用。")
    }

    /// Two options of which one makes no sense without the other.
    package static func optionsGoTogether(_ one: String, _ other: String) -> Phrase {
        Phrase(en: "\(one) and \(other) go together.", zh: "\(one) 与 \(other) 必须同时使用。")
    }

    /// None of several options, of which one at least is needed.
    package static func oneIsNeeded(_ names: [String]) -> Phrase {
        Phrase(
            en: "At least one is needed of \(names.joined(separator: ", ")).",
            zh: "至少需要其中一项：\(names.joined(separator: "、"))。")
    }

    /// A number out of range.
    package static func optionOutOfRange(_ name: String, _ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            en: "\(name) must be between \(range.lowerBound) and \(range.upperBound).",
            zh: "\(name) 须在 \(range.lowerBound) 至 \(range.upperBound) 之间。")
    }

    /// A first day after the last.
    package static func optionsOutOfOrder(_ first: String, _ last: String) -> Phrase {
        Phrase(en: "\(last) must not be before \(first).", zh: "\(last) 不得早于 \(first)。")
    }
}

/// The words around the help of every command.
extension Phrase {
    package static let helpOverview = Phrase(en: "OVERVIEW", zh: "概述")
    package static let helpUsage = Phrase(en: "USAGE", zh: "用法")
    package static let helpArguments = Phrase(en: "ARGUMENTS", zh: "命令参数")
    package static let helpOptions = Phrase(en: "OPTIONS", zh: "选项")
    package static let helpGlobalOptions = Phrase(en: "GLOBAL OPTIONS", zh: "通用选项")
    package static let helpSubcommands = Phrase(en: "SUBCOMMANDS", zh: "子命令")
    package static let helpSubcommand = Phrase(en: "<subcommand>", zh: "<子命令>")

    package static let showHelp = Phrase(en: "Show help.", zh: "显示帮助。")
    package static let showVersion = Phrase(en: "Show the version.", zh: "显示版本。")

    /// Where the subcommands of a command, written in full, are explained.
    package static func helpOfSubcommands(_ command: [String]) -> Phrase {
        let words = ([command.prefix(1), ["help"], command.dropFirst()].joined()).joined(separator: " ")
        return Phrase(
            en: "See '\(words) \(helpSubcommand.en)' for detailed help.",
            zh: "详细说明请运行 \(words) \(helpSubcommand.zh)。")
    }

    /// What may be given, and what holds when nothing is; empty when neither is to be told.
    package static func helpValues(_ values: [String], standard: String?) -> Phrase {
        var english: [String] = []
        var chinese: [String] = []
        if !values.isEmpty {
            english.append("values: \(values.joined(separator: ", "))")
            chinese.append("可选值：\(values.joined(separator: "、"))")
        }
        if let standard {
            english.append("default: \(standard)")
            chinese.append("默认：\(standard)")
        }
        guard !english.isEmpty else { return Phrase(verbatim: "") }
        return Phrase(en: "(\(english.joined(separator: "; ")))", zh: "（\(chinese.joined(separator: "；"))）")
    }
}

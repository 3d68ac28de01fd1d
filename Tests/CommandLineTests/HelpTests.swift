import Foundation
import Testing

@Suite("Help")
struct HelpTests {
    /// A command as the parser describes it to tools, with what people read of it.
    private struct Command: Decodable {
        let commandName: String
        let superCommands: [String]?
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        struct Argument: Decodable {
            let valueName: String?
            let abstract: String?
            let names: [Name]?
        }

        struct Name: Decodable { let name: String }

        /// This command and all below it, except `help`.
        var all: [Command] {
            commandName == "help" ? [] : [self] + (subcommands ?? []).flatMap(\.all)
        }

        /// The words behind `gasworks`.
        var words: [String] { ((superCommands ?? []) + [commandName]).dropFirst().map(\.self) }
    }

    private struct Tool: Decodable { let command: Command }

    private static let parserFlags: Set<String> = ["help", "version"]

    private func commands(_ language: String) async throws -> [Command] {
        let outcome = try await CommandLineProgram().run("--experimental-dump-help", "--lang", language)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Tool.self, from: Data(outcome.output.utf8)).command.all
    }

    private static func isHan(_ character: Character) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(character) }

    @Test("Every command, every paragraph about it and every argument is explained in Chinese")
    func chinese() async throws {
        let commands = try await commands("zh")
        #expect(commands.count > 20)
        for command in commands {
            let place = command.words.joined(separator: " ")
            #expect(command.abstract?.contains(where: Self.isHan) == true, "\(place)")
            for paragraph in (command.discussion ?? "").split(separator: "\n") {
                #expect(paragraph.contains(where: Self.isHan), "\(place): \(paragraph)")
            }
            for argument in command.arguments ?? [] {
                let name = argument.names?.first?.name ?? argument.valueName ?? ""
                if Self.parserFlags.contains(name) || name == "h" { continue }
                #expect(argument.abstract?.contains(where: Self.isHan) == true, "\(place) \(name)")
            }
        }
    }

    @Test("In English not a Chinese character slips in")
    func english() async throws {
        for command in try await commands("en") {
            let texts =
                [command.abstract, command.discussion] + (command.arguments ?? []).map(\.abstract)
            for text in texts.compactMap(\.self) {
                #expect(!text.contains(where: Self.isHan), "\(command.words): \(text)")
            }
        }
    }

    @Test("Every help page is laid out in each language, within eighty cells, values named in it too")
    func pages() async throws {
        let program = CommandLineProgram()
        for command in try await commands("en") {
            let english = try await program.run(arguments: command.words + ["--help"])
            #expect(english.status == 0 && english.output.hasPrefix("OVERVIEW: "))
            #expect(!english.output.contains(where: Self.isHan), "\(command.words)")
            let chinese = try await program.run(arguments: command.words + ["--help", "--lang", "zh"])
            #expect(chinese.status == 0 && chinese.output.hasPrefix("概述："))
            for match in chinese.output.matches(of: #/<([^>]+)>/#) {
                #expect(match.1.contains(where: Self.isHan), "\(command.words): \(match.0)")
            }
            for heading in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "default:", "values:"] {
                #expect(!chinese.output.contains(heading), "\(command.words)")
            }
        }
    }

    @Test("help NOUN VERB, NOUN VERB --help and a language in front answer the same")
    func waysToAsk() async throws {
        let program = CommandLineProgram()
        let page = try await program.run("crew", "certify", "--help", "--lang", "zh").output
        for arguments in [["help", "crew", "certify", "--lang", "zh"], ["--lang=zh", "help", "crew", "certify"]] {
            #expect(try await program.run(arguments: arguments).output == page)
        }
        let chinese = CommandLineProgram(["LANG": "zh_CN.UTF-8"])
        #expect(try await chinese.run("crew", "certify", "-h").output == page)
        #expect(try await program.run("crew", "--lang", "zh").output.hasPrefix("概述：导入和列出班组"))
    }

    @Test("The page of a command, whole, in both languages")
    func wholePage() async throws {
        let program = CommandLineProgram()
        let english = try await program.run("crew", "certify", "--help").output
        #expect(
            english.hasPrefix(
                """
                OVERVIEW: Record until when a crew's certificate for a skill holds.

                Nobody is sent without a valid certificate. A day in the past ends one.

                USAGE: gasworks crew certify <crew> <skill> --until <date>

                ARGUMENTS:
                  <crew>             The crew.
                  <skill>            The skill, such as inspection, repair or emergency.

                OPTIONS:
                  --until <date>     The last day on which it holds.

                GLOBAL OPTIONS:
                """))
        let chinese = try await program.run("crew", "certify", "--help", "--lang", "zh").output
        #expect(
            chinese == """
                概述：登记班组某项资质的有效期。

                无有效资质者不予派单。填写过去的日期即终止该资质。

                用法：gasworks crew certify <班组> <资质> --until <日期>

                命令参数：
                  <班组>               班组。
                  <资质>               资质代码，例如 inspection（安检）、repair（维修）、
                                       emergency（抢修）。

                选项：
                  --until <日期>       有效期的最后一天。

                通用选项：
                  --database <连接串>  数据库 URL；未指定时取 GASWORKS_DATABASE_URL，再无则用内
                                       置 PostgreSQL。
                  --format <格式>      输出格式。（可选值：table、json、csv；默认：table）
                  --lang <语言>        界面语言；未指定时依系统区域设置。（可选值：en、zh）
                  --now <时刻>         以此时刻为当前时间（ISO 8601）；仅限演练库。
                  --operator <姓名>    经办人，与登录账号一并记入档案；未指定时取本机账户名。
                  --version            显示版本。
                  -h, --help           显示帮助。

                """)
    }

    @Test(
        "Wrong usage is told in Chinese to whom reads Chinese",
        arguments: [
            (["db", "status", "--frmat=json"], "未知选项 --frmat。是否想输入 --format？"),
            (["crew", "certify"], "缺少参数：<班组>。"),
            (["db", "status", "--format", "xml"], "--format <格式> 的取值“xml”无效。可选值：table、json、csv。"),
            (["db", "status", "--now"], "选项 --now <时刻> 缺少取值。"),
            (["db", "status", "a", "b"], "无法识别的参数：“a”、“b”。"),
            (["nonsense"], "没有命令 nonsense。请用 gasworks --help"),
            (["household", "shwo", "1"], "没有命令 household shwo。是否想输入 show？请用 gasworks household --help"),
            (["job", "close", "A1-1", "--result", "fine"], "--result <结果> 的取值“fine”无效。可选值：passed、hazard、no-access、"),
            (["outage", "status", "12"], "<停气编号> 的取值“12”无效。格式：O-<序号>，例如 O-12。请用 gasworks outage status --help"),
            (["outage", "publish", "O-1", "--medium", "Web site"], "媒介代码只能用小写字母、数字和下划线。"),
            (["inspection", "plan", "--from", "2026"], "--from <日期> 的取值“2026”无效。格式：YYYY-MM-DD。"),
            (["household", "search", "x", "--limit", "0"], "--limit 须在 1 至 10000 之间。"),
        ])
    func wrongUsage(arguments: [String], sentence: String) async throws {
        let outcome = try await CommandLineProgram().run(arguments: arguments + ["--lang", "zh"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("错误：命令用法有误：" + sentence), "\(outcome.errors)")
    }
}

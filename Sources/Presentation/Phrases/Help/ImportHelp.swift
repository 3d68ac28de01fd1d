/// Help of what all imports take.
package enum ImportHelp {
    package static let file = Phrase(
        en: "The file, comma-separated with a header; - for standard input.", zh: "带表头的逗号分隔文件；- 表示标准输入。")
    package static let dryRun = Phrase(en: "Say what would happen, and change nothing.", zh: "试运行：只报告结果，不作任何更改。")
    package static let encoding = Phrase(en: "The file's encoding.", zh: "文件编码。")
}

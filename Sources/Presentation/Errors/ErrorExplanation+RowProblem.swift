package import GasService

extension ErrorExplanation {
    /// One bad field of an imported file: where it stands, what is wrong, and the way out.
    package init(_ problem: RowProblem) {
        let expected = problem.expected ?? ""
        let words = Self.words(for: problem.fault, expected: expected)
        let place = [problem.file, problem.line.map(String.init)].compactMap(\.self).joined(separator: ":")
        let column = problem.column.map { " \($0)" } ?? ""
        self.init(
            Phrase(
                en: "\(place):\(column)\(problem.value.map { " \"\($0)\"" } ?? ""): \(words.message.en)",
                zh: "\(place):\(column)\(problem.value.map { "“\($0)”" } ?? ""):\(words.message.zh)"),
            cure: words.cure)
    }

    private static func words(for fault: RowFault, expected: String) -> ErrorExplanation {
        func say(_ en: String, _ zh: String, cure: String, _ cureZh: String) -> ErrorExplanation {
            ErrorExplanation(Phrase(en: en, zh: zh), cure: Phrase(en: cure, zh: cureZh))
        }
        let hint = expected.isEmpty ? "" : " (\(expected))"
        let hintInChinese = expected.isEmpty ? "" : "（\(expected)）"
        return switch fault {
        case .missingColumn:
            say(
                "the header lacks this column.", "表头缺少该列。",
                cure: "Add the column\(hint).", "请补充该列\(hintInChinese)。")
        case .duplicateColumn:
            say("the header names this column twice.", "表头中该列重复。", cure: "Keep one of them.", "请只保留一列。")
        case .unknownColumn:
            say(
                "this column is not known.", "该列名无法识别。",
                cure: "Remove it or correct its name\(hint).", "请删除该列或改正列名\(hintInChinese)。")
        case .wrongFieldCount:
            say(
                "the row has another number of fields than the header.", "该行字段数与表头不一致。",
                cure: "Quote fields that hold a comma\(hint).", "含逗号的字段请加引号\(hintInChinese)。")
        case .brokenQuoting:
            say(
                "a quotation mark stands where none may, or is not closed.", "引号位置不对或未闭合。",
                cure: "Enclose the whole field in quotes and double those inside.", "请将整个字段用引号括起，字段内的引号写成两个。")
        case .wrongEncoding:
            say(
                "bytes that the encoding does not have.", "含有该编码中不存在的字节。",
                cure: "Save the file as UTF-8 or name its encoding with --encoding\(hint).",
                "请将文件另存为 UTF-8，或用 --encoding 指明编码\(hintInChinese)。")
        case .controlCharacter:
            say(
                "holds a NUL or another control character.", "含有 NUL 或其他控制字符。",
                cure: "Remove the character.", "请删除该字符。")
        case .missingValue:
            say("is empty.", "内容为空。", cure: "Fill it in\(hint).", "请填写\(hintInChinese)。")
        case .tooLong:
            say("is too long.", "内容过长。", cure: "Shorten it\(hint).", "请缩短\(hintInChinese)。")
        case .badIdentifier:
            say(
                "is not a code.", "不是有效编码。",
                cure: "Use letters, digits and - _ . : #, a letter or digit first\(hint).",
                "请使用字母、数字和 - _ . : #，并以字母或数字开头\(hintInChinese)。")
        case .unknownWord:
            say("is not one of the words allowed.", "不在允许的取值之内。", cure: "Use one\(hint).", "请改用允许的取值\(hintInChinese)。")
        case .badDate:
            say("is not a date.", "不是有效日期。", cure: "Write YYYY-MM-DD\(hint).", "请写成 YYYY-MM-DD\(hintInChinese)。")
        case .dateInFuture:
            say("lies in the future.", "日期晚于今天。", cure: "Correct the date\(hint).", "请更正日期\(hintInChinese)。")
        case .inspectedBeforeGasOn:
            say(
                "was inspected before gas was on.", "安检日期早于通气日期。",
                cure: "Correct one of the two dates\(hint).", "请更正其中一个日期\(hintInChinese)。")
        case .badTime:
            say("is not a time of day.", "不是有效时刻。", cure: "Write HH:MM\(hint).", "请写成 HH:MM\(hintInChinese)。")
        case .shiftWithoutLength:
            say(
                "the shift has no length.", "班次时长为零。",
                cure: "Correct shift_start or shift_end; around the clock is 00:00 to 24:00\(hint).",
                "请更正 shift_start 或 shift_end；全天班次请写 00:00 至 24:00\(hintInChinese)。")
        case .badCoordinate:
            say(
                "is not a coordinate.", "不是有效坐标。",
                cure: "Write decimal degrees, latitude -90 to 90, longitude -180 to 180\(hint).",
                "请写十进制度数，纬度 -90 至 90，经度 -180 至 180\(hintInChinese)。")
        case .duplicateKey:
            say(
                "stands in an earlier row already.", "与前面的行重复。", cure: "Keep one of the rows\(hint).",
                "请只保留一行\(hintInChinese)。")
        case .districtChanged:
            say(
                "is kept in another district already.", "该户已归属其他片区。",
                cure: "A household keeps its district\(hint).", "用户不得更换片区\(hintInChinese)。")
        case .unknownNode:
            say(
                "is not a supply node.", "没有这个供气节点。",
                cure: "Correct it or import the node first\(hint).", "请更正，或先导入该节点\(hintInChinese)。")
        case .wrongParentKind:
            say(
                "does not fit under its parent.", "与上级节点类型不匹配。",
                cure: "A gate station feeds regulators, those feed mains, those risers\(hint).",
                "层级应为：门站、调压站、干管、立管\(hintInChinese)。")
        case .supplyCycle:
            say(
                "its parents lead back to itself.", "上级节点形成环路。",
                cure: "Correct parent_id of one node\(hint).", "请更正其中一个节点的 parent_id\(hintInChinese)。")
        case .unknownDistrict:
            say(
                "is not a district.", "没有这个片区。",
                cure: "Correct it or import the district's households first\(hint).",
                "请更正，或先导入该片区的用户\(hintInChinese)。")
        case .badInstant:
            say(
                "is not an instant with an offset from UTC.", "不是带时区偏移的时刻。",
                cure: "Write it in ISO 8601\(hint).", "请按 ISO 8601 书写\(hintInChinese)。")
        case .unknownNotice:
            say(
                "no notice is named so.", "没有这条通知。",
                cure: "Correct it, or ask the gateway for our reference\(hint).", "请更正，或向网关核对我方编号\(hintInChinese)。")
        case .neverSent:
            say(
                "this notice was never handed to a gateway.", "该通知从未提交网关。",
                cure: "Check that the file is of this company\(hint).", "请核对文件是否属于本公司\(hintInChinese)。")
        case .beforeSending:
            say(
                "lies before the notice was sent.", "早于通知发送时间。",
                cure: "Correct the instant or its offset\(hint).", "请更正时刻或时区偏移\(hintInChinese)。")
        case .inFuture:
            say(
                "is yet to come.", "为将来时刻。",
                cure: "Correct the instant or its offset\(hint).", "请更正时刻或时区偏移\(hintInChinese)。")
        case .emptyFile:
            say("the file holds no row.", "文件中没有数据行。", cure: "Export it again.", "请重新导出文件。")
        }
    }
}

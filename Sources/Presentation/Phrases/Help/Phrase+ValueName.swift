/// What stands for a value in help: `<date>`, `<日期>`.
extension Phrase {
    /// The name of a value, as commands call it in English; one without a Chinese name stays as it is.
    package init(valueName: String) {
        self.init(en: valueName, zh: Self.valueNames[valueName] ?? valueName)
    }

    /// How a value with this name is written; nil when that is not told in a word.
    package static func form(ofValue name: String) -> Phrase? {
        switch name {
        case "date": Phrase(verbatim: "YYYY-MM-DD")
        case "instant": Phrase(verbatim: "YYYY-MM-DDTHH:MM:SSZ")
        case "time": Phrase(verbatim: "YYYY-MM-DDTHH:MM")
        case "command-id": Phrase(en: "as a UUID", zh: "UUID")
        case "outage": Phrase(en: "O-<number>, such as O-12", zh: "O-<序号>，例如 O-12")
        case "job", "notice", "appointment", "fault", "into":
            Phrase(en: "<district>-<number>, such as A1-17", zh: "<片区>-<序号>，例如 A1-17")
        case "count": Phrase(en: "a whole number", zh: "整数")
        case "seconds": Phrase(en: "a number", zh: "数字")
        default: nil
        }
    }

    private static let valueNames = [
        "minutes": "分钟数",
        "address": "地址",
        "severity": "级别",
        "scope": "归属",
        "caller-name": "来电人",
        "caller-phone": "电话",
        "fault": "故障号",
        "reached": "步骤",
        "basis": "方式",
        "by": "方式",
        "proof": "确认方式",
        "work": "作业内容",
        "code=count": "配件=数量",
        "cost": "金额",
        "to": "渠道",
        "into": "故障号",
        "account": "户号",
        "appointment": "预约号",
        "building": "楼栋",
        "campaign": "批次号",
        "cap-months": "月数",
        "class": "用户类型",
        "code": "代码",
        "code[=reading]": "检查项[=读数]",
        "command-id": "编号",
        "count": "数目",
        "crew": "班组",
        "date": "日期",
        "district": "片区",
        "early-months": "月数",
        "encoding": "编码",
        "figure": "指标",
        "file": "文件",
        "form": "格式",
        "format": "格式",
        "instance": "算例文件",
        "instant": "时刻",
        "job": "工单号",
        "notice": "通知编号",
        "channel": "方式",
        "folder": "文件夹",
        "purpose": "事由",
        "state": "状态",
        "number": "号码",
        "outage": "停气编号",
        "job|account": "工单号|户号",
        "kind": "方式",
        "lang": "语言",
        "limit": "上限",
        "medium": "媒介",
        "months": "月数",
        "name": "姓名",
        "node": "节点",
        "note": "备注",
        "person": "姓名",
        "reason": "原因",
        "result": "结果",
        "rounding": "取整方式",
        "seconds": "秒",
        "seed": "种子",
        "setting": "参数名",
        "skill": "资质",
        "source": "依据",
        "text": "文本",
        "time": "时刻",
        "transition-months": "月数",
        "url": "连接串",
        "value": "取值",
        "year": "年度",
        "zone": "时区",
    ]
}

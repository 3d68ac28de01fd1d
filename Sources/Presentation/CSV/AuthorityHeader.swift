/// The columns in which authorities take inspection records, in their order (RULES.md, What compliance exports).
package enum AuthorityHeader {
    /// One line a household: account to next deadline.
    package static let inspections = [
        "户号", "用户类型", "地址(脱敏)", "计划日期", "到访次数", "到访时间", "结果", "未入户原因", "安检员", "最高隐患等级", "下次到期日",
    ]

    /// One line a hazard: number to gas turned on again.
    package static let hazards = [
        "编号", "户号", "项目", "等级", "发现日", "通知单号", "期限", "整改日", "复检日", "状态", "停气日", "恢复日",
    ]
}

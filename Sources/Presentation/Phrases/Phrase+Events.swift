/// What happened, as the archive's events name it.
extension Phrase {
    /// The name of an event's kind: its code for those who read English, for codes are English; one without a Chinese name
    /// is shown as its code to all.
    package init(event kind: String) {
        self.init(en: kind, zh: Self.eventNames[kind] ?? kind)
    }

    private static let eventNames = [
        "appointment_agreed": "约定时段",
        "appointment_cancelled": "取消预约",
        "appointment_kept": "预约履约",
        "appointment_missed": "预约失约",
        "crew_absent": "登记缺勤",
        "crew_certified": "登记资质",
        "crews_imported": "导入班组",
        "cycle_rule_changed": "变更周期规则",
        "day_plan_amended": "调整当日计划",
        "day_plan_published": "发布日计划",
        "fault_agreed": "故障：约定时间",
        "fault_arrived": "故障：到场",
        "fault_assigned": "故障：派工",
        "fault_handled": "故障：处置",
        "fault_joined": "故障：并入",
        "fault_photo_kept": "故障：存照片",
        "fault_referred": "故障：转介",
        "fault_regraded": "故障：调整级别",
        "fault_released": "故障：收回派工",
        "fault_repaired": "故障：修复",
        "fault_report_joined": "故障：并入另一报修",
        "fault_reported": "故障：报修",
        "fault_resumed": "故障：到料",
        "fault_set_off": "故障：出发",
        "fault_waiting": "故障：待料",
        "horizon_planned": "编排安检计划",
        "building_confirmed": "楼栋检漏合格",
        "gas_interrupted": "停气",
        "gas_restored": "恢复供气",
        "household_changed": "变更用户信息",
        "household_opened": "建档",
        "households_imported": "导入用户",
        "job_closed": "办结工单",
        "job_started": "开始工单",
        "job_withdrawn": "撤销工单",
        "login_assigned": "分配登录账号",
        "meter_sealed": "封表待复访",
        "notice_confirmed": "通知确认送达",
        "notice_waived": "豁免通知",
        "obligations_derived": "重新推算到期日",
        "outage_announced": "发出停气通知",
        "outage_cancelled": "取消停气",
        "outage_closed": "结束停气",
        "outage_declared": "申报停气",
        "outage_extended": "延长停气",
        "outage_overlap_decided": "决定重叠停气",
        "standby_recorded": "登记值班",
        "outage_published": "公开公告",
        "outage_reported": "提交应急报告",
        "outage_rescheduled": "调整停气",
        "outage_restoration_begun": "开始恢复供气",
        "outage_started": "开始停气",
        "private_data_viewed": "查看隐私信息",
        "setting_changed": "变更参数",
        "supply_imported": "导入供气节点",
        "visit_closed": "到访记录",
    ]

    /// The name of a skill; crews may have others, which are shown as they are written.
    package init(skill: String) {
        let known = ["inspection": "安检", "repair": "维修", "emergency": "抢修"]
        self.init(en: skill, zh: known[skill] ?? skill)
    }
}

extension ChecklistTemplate {
    /// The first version: items and grades as one large company practises them (RULES.md, Checklist [P]).
    public static let first = ChecklistTemplate(version: 1, grades: firstGrades, items: firstItems)

    private static let firstGrades: [HazardGrade] = [
        HazardGrade(
            code: .grave, label: Label(zh: "重大隐患", en: "grave"), rectifyWithinDays: 7, isAdvice: false,
            gasOffAtOnce: true, tellDispatchWithinMinutes: 30, noticeWithinMinutes: 60),
        HazardGrade(
            code: .serious, label: Label(zh: "较大隐患", en: "serious"), rectifyWithinDays: 30, isAdvice: false,
            gasOffAtOnce: false, tellDispatchWithinMinutes: nil, noticeWithinMinutes: nil),
        HazardGrade(
            code: .ordinary, label: Label(zh: "一般隐患", en: "ordinary"), rectifyWithinDays: 30, isAdvice: true,
            gasOffAtOnce: false, tellDispatchWithinMinutes: nil, noticeWithinMinutes: nil),
    ]

    private static let firstItems: [ChecklistItem] = [
        item("leak", "漏气检测", "Leak test at meter, valves, joints and appliances", .grave, units: ["ppm", "%LEL"]),
        item("pipe_state", "管道锈蚀、损伤", "Pipe corroded or damaged", .serious),
        item("pipe_concealed", "管道暗埋、包裹", "Pipe boxed in or buried", .serious),
        item("pipe_moved", "私自改动", "Unauthorised alteration", .grave),
        item("pipe_load", "悬挂重物、搭接地线", "Loads hung on the pipe, or pipe used as earth", .ordinary),
        item("pipe_spacing", "与电气设备间距", "Too close to electrical equipment", .ordinary),
        item("room_use", "安装场所改为卧室等", "Room used as bedroom, or sealed", .grave),
        item("ventilation", "通风不良", "No ventilation", .serious),
        item("hose_age", "软管超期、老化", "Hose past its life, or cracked", .serious),
        item("hose_wall", "软管穿墙、入卧室", "Hose through a wall or into a bedroom", .grave),
        item("hose_length", "软管超长、三通", "Hose longer than 2 m, or with a tee", .serious),
        item("hose_clip", "无管卡、连接不牢", "Hose without clip, or loose", .serious),
        item("valve", "阀门失灵", "Valve stiff or leaking", .serious),
        item("meter_state", "表具故障、铅封", "Meter faulty, or its seal broken", .serious),
        item("meter_bypass", "表直通、反装", "Meter bypassed or reversed", .grave),
        item("pipe_end", "管末端未封堵", "Pipe end not capped", .grave),
        item("room_open", "开放式、暗厨房", "Open or windowless kitchen", .serious),
        item("meter_age", "表具超期", "Meter past its life", .ordinary),
        item("meter_reading", "表读数", "Meter reading", nil, units: ["m3"]),
        item("appliance_age", "燃具超期", "Appliance past its life", .ordinary),
        item("appliance_flame", "无熄火保护", "No flame-failure device", .grave),
        item("appliance_type", "气源不符", "Appliance for another gas", .grave),
        item("flue", "烟道未出户", "Water-heater flue missing or not led outdoors", .grave),
        item("dual_fuel", "两种气源同室", "Bottled gas or coal stove in the same room", .grave),
        item("alarm", "报警器、切断阀", "Alarm or shut-off missing, faulty or expired", .serious),
        item("pressure", "燃具前压力", "Pressure before the appliance", .serious, units: ["Pa"]),
        item("advice", "安全告知", "Safety advice given, leaflet left", nil),
        item("signature", "用户签字", "Customer's signature, or reason for none", nil),
    ]

    private static func item(
        _ code: String, _ zh: String, _ en: String, _ grade: GradeCode?, units: [String] = []
    ) -> ChecklistItem {
        ChecklistItem(code: code, label: Label(zh: zh, en: en), grade: grade, units: units)
    }
}

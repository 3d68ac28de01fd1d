/// Help of the `fault` commands.
package enum FaultHelp {
    package static let noun = Phrase(
        en: "Faults: reported, given to a crew, handled, repaired or referred; their clocks.",
        zh: "故障：报修、派工、处置、修复或转介，及其时限。")
    package static let report = Phrase(
        en: "Keep a report and send a crew into the running day.", zh: "登记报修，并即时派工。")
    package static let reportMore = Phrase(
        en: """
            The clock starts with the call. An emergency gets the crew that is there first; any other fault the one that \
            costs least and breaks no promise. When each way breaks one, nobody is sent: see gasworks fault options.
            """,
        zh: "自来电起计时。紧急故障派最先到达的班组；其他故障派代价最小且不影响已有承诺的班组。若各方案均影响承诺，则不派工，请用 gasworks fault options 查看。")
    package static let account = Phrase(en: "The household that reports it.", zh: "报修用户的户号。")
    package static let node = Phrase(en: "The place of the network, with --district.", zh: "管网节点，须同时注明 --district。")
    package static let nodeDistrict = Phrase(en: "The district whose crews go to the place.", zh: "负责该节点的片区。")
    package static let address = Phrase(
        en: "A part of the address, where the caller knows no account.", zh: "地址的一部分（来电者不知户号时）。")
    package static let onePlace = Phrase(
        en: "Say where by one of ACCOUNT, --node or --address.", zh: "请用户号、--node 或 --address 之一说明地点。")
    package static let severity = Phrase(
        en: "How grave: emergency (leak, fire, no gas for special care), major or general.",
        zh: "级别：emergency 紧急（漏气、火警、特殊用户断气）、major 重大、general 一般。")
    package static let scope = Phrase(
        en: "Whose equipment: network or customer.", zh: "设施归属：network 管网，customer 用户。")
    package static let text = Phrase(en: "What the caller says; kept beside the archive.", zh: "来电内容；存于档案之外。")
    package static let reportedAt = Phrase(en: "When the caller called; else now.", zh: "来电时间；未指定时为现在。")
    package static let channel = Phrase(en: "How it came in.", zh: "受理渠道：hotline 热线、online 网上、crew 班组、staff 员工。")
    package static let callerName = Phrase(en: "Who called.", zh: "来电人。")
    package static let callerPhone = Phrase(en: "The number to call back.", zh: "回拨电话。")
    package static let separate = Phrase(
        en: "Keep it apart from a known fault of the network.", zh: "不并入已知管网故障。")
    package static let noDispatch = Phrase(en: "Send nobody yet.", zh: "暂不派工。")
    package static let list = Phrase(en: "List faults by the time of the report.", zh: "按报修时间列出故障。")
    package static let board = Phrase(
        en: "Show what is open, the least time left first; live with --watch.", zh: "未办结故障看板，剩余时间最少者在前；--watch 实时刷新。")
    package static let watch = Phrase(en: "Stay, and show every change.", zh: "持续显示变化。")
    package static let from = Phrase(en: "Reported on this day or later.", zh: "报修起始日。")
    package static let until = Phrase(en: "Reported on this day or earlier.", zh: "报修截止日。")
    package static let district = Phrase(en: "Only one district's.", zh: "仅限某片区。")
    package static let show = Phrase(en: "Show a fault, its clock and its trail.", zh: "查看故障、时限与全程记录。")
    package static let unmasked = Phrase(
        en: "Also what the caller said and who called; the look is recorded.", zh: "同时显示来电内容和来电人；查看将被记录。")
    package static let fault = Phrase(en: "The fault, such as A1-17.", zh: "故障号，例如 A1-17。")
    package static let options = Phrase(
        en: "Show the ways to send a crew, and the promises each breaks.", zh: "列出派工方案及其影响的承诺。")
    package static let dispatch = Phrase(en: "Send a crew.", zh: "派工。")
    package static let crew = Phrase(en: "The crew; else the best one.", zh: "班组；未指定时取最优。")
    package static let breakPromises = Phrase(
        en: "Let others wait who were promised a time.", zh: "允许已获承诺的其他用户延后。")
    package static let release = Phrase(
        en: "Take a fault back from a crew that has not begun.", zh: "收回尚未开始的派工。")
    package static let approach = Phrase(en: "A crew set off, or is on site.", zh: "班组出发或到场。")
    package static let approachStep = Phrase(en: "set-off or arrived.", zh: "set-off 出发，arrived 到场。")
    package static let handle = Phrase(
        en: "Qualified staff are on site and work has begun, or it is isolated or made safe.",
        zh: "持证人员到场并开始作业，或已隔离、已排险。")
    package static let basis = Phrase(
        en: "What was done: work-begun, isolated or made-safe.", zh: "方式：work-begun 开始作业，isolated 已隔离，made-safe 已排险。")
    package static let handlingCrew = Phrase(en: "The crew, where no job says it.", zh: "班组（没有工单时）。")
    package static let agree = Phrase(
        en: "Keep that the customer agreed to another time; the clock stands until then.", zh: "登记与用户约定的时间；约定时间前停表。")
    package static let latest = Phrase(en: "The latest time agreed.", zh: "约定的最晚时间。")
    package static let toldAt = Phrase(en: "When the customer was told.", zh: "告知用户的时间。")
    package static let agreedAt = Phrase(en: "When it was agreed; else now.", zh: "约定时刻；未指定时为现在。")
    package static let by = Phrase(en: "How: call, visit or message.", zh: "方式：call 电话，visit 当面，message 消息。")
    package static let note = Phrase(en: "Who spoke with whom; kept beside the archive.", zh: "沟通情况；存于档案之外。")
    package static let wait = Phrase(
        en: "Parts are missing and the customer was told; the clock stands.", zh: "待料且已告知用户；停表。")
    package static let resume = Phrase(en: "The parts are there; the clock goes on.", zh: "到料；恢复计时。")
    package static let repair = Phrase(
        en: "Supply is safe and restored, confirmed by the customer or by measurement.", zh: "供气安全恢复，经用户或测量确认。")
    package static let proof = Phrase(
        en: "Confirmed by: customer or measurement.", zh: "确认方式：customer 用户，measurement 测量。")
    package static let temporary = Phrase(
        en: "A safe temporary fix: the clock stops, the lasting repair follows.", zh: "临时安全修复：停表，另行永久修复。")
    package static let gasOff = Phrase(en: "Gas stays off at the household.", zh: "用户处仍停气。")
    package static let part = Phrase(en: "A part used, such as VALVE15=2.", zh: "用料，例如 VALVE15=2。")
    package static let cost = Phrase(en: "What it cost, such as 120.50.", zh: "费用，例如 120.50。")
    package static let work = Phrase(en: "What was done.", zh: "作业内容。")
    package static let photo = Phrase(en: "A picture (JPEG, PNG or HEIC).", zh: "照片（JPEG、PNG 或 HEIC）。")
    package static let refer = Phrase(
        en: "It is beyond the company's scope: the customer was told and helped to another channel.",
        zh: "超出公司服务范围：已告知用户并转介。")
    package static let referTo = Phrase(en: "The other channel.", zh: "转介渠道。")
    package static let regrade = Phrase(
        en: "It is graver, or less grave, than reported; no deadline gets longer.", zh: "调整级别；已有时限不延长。")
    package static let reason = Phrase(en: "Why.", zh: "原因。")
    package static let join = Phrase(en: "Join a report to the fault that it is another report of.", zh: "将重复报修并入已有故障。")
    package static let into = Phrase(en: "The fault that is known.", zh: "已有故障。")
    package static let at = Phrase(en: "When it happened; else now.", zh: "发生时间；未指定时为现在。")
    package static let deviceShows = Phrase(
        en: "What the device's clock shows at this moment; a clock that is off is marked and put right.",
        zh: "设备时钟此刻的读数；偏差将被标记并修正。")
    package static let standby = Phrase(en: "Put a crew on call outside its shift.", zh: "登记班组值班（班次之外）。")
    package static let standbyMinutes = Phrase(
        en: "Minutes from the call until it is on the road.", zh: "从接电话到出发的分钟数。")
}

package import GasService

extension ErrorExplanation {
    /// The one place where an error becomes text: each case says what happened and what helps, in both languages.
    ///
    /// - Parameters:
    ///   - error: what went wrong.
    ///   - told: how instants are told.
    ///   - command: what was called, whose help is named where it was called wrongly.
    package init(_ error: GasworksError, told: InstantWords = InstantWords(nil), command: String = "gasworks") {
        switch error {
        // What was put in.
        case .badRows(let problems):
            self.init(
                Phrase(
                    en: "Nothing was imported: \(problems.count.of("problem")) in the file.",
                    zh: "未导入任何数据：文件中有 \(problems.count) 处错误。"),
                cure: Phrase(en: "Correct the rows named and import again.", zh: "请改正所列各行后重新导入。"))
        case .fileUnusable(let path, let reason):
            self.init(file: path, reason)
        case .badTemplate(let problem):
            self.init(problem)
        case .badGateway(let file, let key, let expected):
            self.init(
                Phrase(en: "\(file): \(key) is missing or wrong.", zh: "\(file)：\(key) 缺失或有误。"),
                cure: Phrase(
                    en: "Expected: \(Phrase(expected: expected).en).", zh: "应为：\(Phrase(expected: expected).zh)。"))
        case .invalidValue(let name, let value, let expected):
            self.init(
                Phrase(
                    en: "\(name) cannot be \"\(told(value))\".", zh: "\(name) 的取值“\(told(value))”无效。"),
                cure: Phrase(
                    en: "Expected: \(Phrase(expected: told(expected)).en).",
                    zh: "应为：\(Phrase(expected: told(expected)).zh)。"))
        case .unknownSetting(let name):
            self.init(
                Phrase(en: "There is no setting \"\(name)\".", zh: "没有名为“\(name)”的参数。"),
                cure: Phrase(en: "See gasworks db setting list.", zh: "请用 gasworks db setting list 查看全部参数。"))
        case .invalidSetting(let name, let value, let allowed):
            self.init(
                Phrase(en: "Setting \(name) cannot be \"\(value)\".", zh: "参数 \(name) 不能设为“\(value)”。"),
                cure: Phrase(en: "Allowed: \(allowed).", zh: "允许的取值：\(allowed)。"))
        case .settingNotPerDistrict(let name, let district):
            self.init(
                Phrase(
                    en: "Setting \(name) holds for the whole company and cannot differ in district \(district).",
                    zh: "参数 \(name) 全公司统一，不能为片区 \(district) 单独设定。"),
                cure: Phrase(en: "Set it without --district.", zh: "请去掉 --district 后再设定。"))
        case .unknownTimeZone(let name):
            self.init(
                Phrase(en: "Time zone \"\(name)\" is not known here.", zh: "本机不识别时区“\(name)”。"),
                cure: Phrase(
                    en:
                        "Name it as in the IANA database, for instance Asia/Shanghai; package tzdata must be installed.",
                    zh: "请使用 IANA 时区名，例如 Asia/Shanghai；并确认已安装 tzdata 软件包。"))

        // What was not found.
        case .unknownAccount(let account):
            self.init(
                Phrase(en: "No household has account \(account).", zh: "没有户号为 \(account) 的用户。"),
                cure: Phrase(
                    en: "Check the number, zeros in front included, or find it with gasworks household search.",
                    zh: "请核对户号（包括前导零），或用 gasworks household search 查找。"))
        case .unknownDistrict(let district):
            self.init(
                Phrase(en: "There is no district \(district).", zh: "没有片区 \(district)。"),
                cure: Phrase(
                    en: "Districts come with the import of supply nodes, households and crews.",
                    zh: "片区随供气节点、用户和班组的导入而建立，请核对编码。"))
        case .unknownCrew(let crew):
            self.init(
                Phrase(en: "There is no crew \(crew).", zh: "没有班组 \(crew)。"),
                cure: Phrase(en: "See gasworks crew list.", zh: "请用 gasworks crew list 查看全部班组。"))
        case .unknownJob(let job):
            self.init(
                Phrase(en: "There is no job \(job).", zh: "没有工单 \(job)。"),
                cure: Phrase(
                    en: "A job is named <district>-<number>; see gasworks job list.",
                    zh: "工单号形如 <片区>-<序号>，请用 gasworks job list 查看。"))
        case .unknownNode(let node):
            self.init(
                Phrase(en: "There is no supply node \(node).", zh: "没有供气节点 \(node)。"),
                cure: Phrase(
                    en: "Check the code, or import the node with gasworks supply import.",
                    zh: "请核对编码，或用 gasworks supply import 导入该节点。"))
        case .unknownCampaign(let campaign):
            self.init(
                Phrase(en: "There is no campaign \(campaign).", zh: "没有安检批次 \(campaign)。"),
                cure: Phrase(
                    en: "See gasworks inspection campaign list; planning anew replaces campaigns that are not frozen.",
                    zh: "请用 gasworks inspection campaign list 查看；重新排程会替换未锁定的批次。"))
        case .unknownOutage(let outage):
            self.init(
                Phrase(en: "There is no outage \(outage).", zh: "没有停气作业 \(outage)。"),
                cure: Phrase(
                    en: "An outage is named O-<number>; see gasworks outage list.",
                    zh: "停气作业编号形如 O-<序号>，请用 gasworks outage list 查看。"))
        case .unknownNotice(let notice):
            self.init(
                Phrase(en: "There is no notice \(notice).", zh: "没有通知 \(notice)。"),
                cure: Phrase(
                    en: "A notice is named <district>-<number>; see gasworks notice list.",
                    zh: "通知编号形如 <片区>-<序号>，请用 gasworks notice list 查看。"))
        case .illegalNoticeState(let notice, let state, let wanted):
            self.init(
                Phrase(
                    en: "Notice \(notice) is \(Phrase(code: state).en) and cannot become \(Phrase(code: wanted).en).",
                    zh: "通知 \(notice) 当前“\(Phrase(code: state).zh)”，不能记为“\(Phrase(code: wanted).zh)”。"),
                cure: Phrase(en: "See gasworks notice list.", zh: "请用 gasworks notice list 查看。"))
        case .nothingPublished(let date, let district):
            self.init(
                Phrase(
                    en: "No day plan is published for \(date)\(district.map { " in district \($0)" } ?? "").",
                    zh: "\(district.map { "片区 \($0) " } ?? "")\(date) 尚无已发布的日计划。"),
                cure: Phrase(
                    en:
                        "Plan and publish it: gasworks route plan --date \(date), then gasworks route publish --date \(date).",
                    zh: "请先排程并发布：gasworks route plan --date \(date)，再 gasworks route publish --date \(date)。"))
        case .nothingPlanned(let date, let district):
            self.init(
                Phrase(
                    en: "No day plan has been made for \(date)\(district.map { " in district \($0)" } ?? "").",
                    zh: "\(district.map { "片区 \($0) " } ?? "")\(date) 尚未排日计划。"),
                cure: Phrase(
                    en: "Make one: gasworks route plan --date \(date).",
                    zh: "请先排程：gasworks route plan --date \(date)。"))
        case .noRoute(let crew, let date):
            self.init(
                Phrase(
                    en: "Crew \(crew) has no route in the published plan of \(date).",
                    zh: "班组 \(crew) 在 \(date) 已发布的计划中没有路线。"),
                cure: Phrase(
                    en: "Check the date and the crew's absences; see gasworks crew list.",
                    zh: "请核对日期和班组缺勤情况，可用 gasworks crew list 查看。"))
        case .emptyDatabase:
            self.init(
                Phrase(en: "The database holds no households yet.", zh: "数据库中尚无用户。"),
                cure: Phrase(
                    en:
                        "Import the supply network first, then the households: gasworks supply import, gasworks household import.",
                    zh: "请先导入供气管网，再导入用户：gasworks supply import、gasworks household import。"))

        // What a rule or a role forbids.
        case .illegalJobState(let job, let state, let wanted) where state == wanted:
            self.init(
                Phrase(
                    en: "Job \(job) is \(Phrase(code: state).en) already.",
                    zh: "工单 \(job) \(Phrase(code: state).zh)，不能重复操作。"),
                cure: Phrase(en: "See gasworks job show \(job).", zh: "请用 gasworks job show \(job) 查看详情。"))
        case .illegalJobState(let job, let state, let wanted):
            self.init(
                Phrase(
                    en: "Job \(job) is \(Phrase(code: state).en) and cannot become \(Phrase(code: wanted).en).",
                    zh: "工单 \(job) 当前“\(Phrase(code: state).zh)”，不能变为“\(Phrase(code: wanted).zh)”。"),
                cure: Phrase(en: "See gasworks job show \(job).", zh: "请用 gasworks job show \(job) 查看详情。"))
        case .jobOfAnotherCrew(let job, let crew):
            self.init(
                Phrase(en: "Job \(job) belongs to crew \(crew).", zh: "工单 \(job) 属于班组 \(crew)。"),
                cure: Phrase(
                    en: "Only that crew or a dispatcher may change it.", zh: "只有该班组或调度员可以操作。"))
        case .planConflict(let subject, let person, let instant):
            self.init(
                Phrase(
                    en:
                        "\(person) planned \(subject) meanwhile, at \(told(instant)); that plan stands, yours was not stored.",
                    zh: "\(person) 已于 \(told(instant)) 先行编定\(Phrase(planSubject: subject).zh)，以其为准，本次结果未保存。"),
                cure: Phrase(
                    en: "Look at the plan that stands and plan again if it must change.",
                    zh: "请查看现行计划，如需调整再重新排程。"))
        case .dayFrozen(let district, let date):
            self.init(
                Phrase(
                    en: "\(date) is frozen in district \(district) and is not planned anew.",
                    zh: "片区 \(district) 的 \(date) 已锁定，不再重排。"),
                cure: Phrase(
                    en: "Plan from a later day, or change setting plan.freeze_days.",
                    zh: "请从更晚的日期开始排程，或调整参数 plan.freeze_days。"))
        case .dayInPast(let date, let today):
            self.init(
                Phrase(en: "\(date) is past; today is \(today).", zh: "\(date) 已过，今天是 \(today)。"),
                cure: Phrase(en: "Choose today or a later day.", zh: "请选择今天或以后的日期。"))
        case .shortage(let district, let from, let until, let minutes):
            let hours = Decimals.text(Double(minutes) / 60, places: 1)
            self.init(
                Phrase(
                    en: "District \(district) is short of \(hours) crew-hours between \(from) and \(until).",
                    zh: "片区 \(district) 在 \(from) 至 \(until) 之间缺 \(hours) 个班组工时。"),
                cure: Phrase(
                    en: "Add at least that much capacity in those days, or accept late inspections.",
                    zh: "请在此期间至少增加相应人力，或接受部分用户逾期安检。"))
        case .missingCertificate(let crew, let skill, let date):
            self.init(
                Phrase(
                    en: "Crew \(crew) has no certificate for \(skill) that is valid on \(date).",
                    zh: "班组 \(crew) 在 \(date) 没有有效的“\(Phrase(skill: skill).zh)”资质。"),
                cure: Phrase(
                    en: "Record one with gasworks crew certify, or send another crew.",
                    zh: "请用 gasworks crew certify 登记证书，或改派其他班组。"))
        case .noCrewOnDuty(let district, let date):
            self.init(
                Phrase(
                    en: "No crew can work\(district.map { " in district \($0)" } ?? "") on \(date).",
                    zh: "\(date)\(district.map { " 片区 \($0)" } ?? "")没有可出勤的班组。"),
                cure: Phrase(
                    en: "Check shifts, absences and certificates; see gasworks crew list.",
                    zh: "请检查班次、缺勤和资质有效期，可用 gasworks crew list 查看。"))
        case .householdSuspended(let account):
            self.init(
                Phrase(
                    en: "Household \(account) is disconnected and has no inspection due.",
                    zh: "户号 \(account) 已停气，暂无到期安检。"),
                cure: Phrase(
                    en: "The cycle starts again with the inspection before gas is turned on.",
                    zh: "恢复通气前的安检完成后，周期重新起算。"))
        case .rehearsalClockRefused:
            self.init(
                Phrase(
                    en: "--now is refused: this database keeps real duties, and nobody may move their clock.",
                    zh: "不接受 --now：本库为正式库，任何人不得调整其时钟。"),
                cure: Phrase(
                    en: "To rehearse, make a database with gasworks db init --rehearsal.",
                    zh: "如需演练，请用 gasworks db init --rehearsal 另建演练库。"))
        case .outageRefused(let refusal): self.init(refusal, told: told)
        case .faultRefused(let refusal): self.init(refusal, told: told)
        case .roleRefused(let action):
            self.init(
                Phrase(en: "Your role may not do this: \(action).", zh: "当前角色无权执行：\(action)。"),
                cure: Phrase(
                    en: "Ask an administrator for the role that may.", zh: "请联系管理员授予相应角色。"))
        case .commandIDReused(let id):
            self.init(
                Phrase(
                    en: "Command id \(id) was used for another command.", zh: "命令编号 \(id) 已用于另一条命令。"),
                cure: Phrase(en: "Make a new id for a new command.", zh: "新命令请使用新的编号。"))
        case .chainBroken(let district, let account, let sequence):
            let place = account.isEmpty ? "district \(district)" : "household \(account) (district \(district))"
            let placeInChinese = account.isEmpty ? "片区 \(district)" : "户号 \(account)（片区 \(district)）"
            self.init(
                Phrase(
                    en:
                        "The archive of \(place) does not verify from event \(sequence) on: it was changed behind Gasworks' back.",
                    zh: "\(placeInChinese) 的档案自第 \(sequence) 条起校验不符，数据曾被绕过系统改动。"),
                cure: Phrase(
                    en: "Keep the database as it is, tell the administrator, and compare with the last backup.",
                    zh: "请保持数据库现状，报告管理员，并与最近的备份比对。"))
        case .changeInPast(let name, let from, let today):
            self.init(
                Phrase(
                    en: "\(name) cannot change from \(from): today is \(today), and history is not rewritten.",
                    zh: "\(name) 不能自 \(from) 起变更：今天是 \(today)，历史不得改写。"),
                cure: Phrase(en: "Let it hold from today or later.", zh: "请将生效日设为今天或以后。"))

        // What stands between the command and the database.
        case .databaseOutOfReach(let address, let reason):
            self.init(
                Phrase(
                    en: "The database at \(address) cannot be reached: \(reason).", zh: "无法连接数据库 \(address)：\(reason)。"),
                cure: Phrase(
                    en: "Check --database or GASWORKS_DATABASE_URL and that the server runs.",
                    zh: "请检查 --database 或 GASWORKS_DATABASE_URL，并确认服务器正在运行。"))
        case .gatewayOutOfReach(let channel, let reason):
            let (name, why) = (Phrase(channel), Phrase(deliveryFailure: reason))
            self.init(
                Phrase(
                    en: "Notices by \(name.en) cannot be sent: \(why.en).", zh: "无法通过\(name.zh)发送通知：\(why.zh)。"),
                cure: Phrase(
                    en:
                        "They stay queued. Check the gateway's configuration and that it can be reached, then deliver again.",
                    zh: "通知仍在队列中。请检查网关配置和网络，然后重新投递。"))
        case .addressUnusable(let address, let reason):
            self.init(
                Phrase(en: "Nothing can listen on \(address): \(reason).", zh: "无法在 \(address) 监听：\(reason)。"),
                cure: Phrase(
                    en: "Choose another with --listen, or end the program that has it.",
                    zh: "请用 --listen 另选地址，或结束占用该地址的程序。"))
        case .outcomeUnknown(let command):
            self.init(
                Phrase(
                    en: "The connection broke before the answer came; whether \(command) was stored is unknown.",
                    zh: "收到答复前连接中断，无法确定 \(command) 是否已保存。"),
                cure: Phrase(
                    en: "Repeat it with the same command id: it will not be done twice.",
                    zh: "请用相同的命令编号重试，不会重复执行。"))
        case .newerDatabase(let version, let known):
            self.init(
                Phrase(
                    en: "The database is at \(version), newer than this program, which knows \(known).",
                    zh: "数据库版本为 \(version)，高于本程序所支持的 \(known)。"),
                cure: Phrase(en: "Install the newer Gasworks.", zh: "请安装更新版本的 Gasworks。"))
        case .changedMigration(let name):
            self.init(
                Phrase(
                    en: "Migration \(name) was applied and has been changed since.", zh: "迁移 \(name) 执行后内容被改动。"),
                cure: Phrase(
                    en: "Run the release that this database was made with; an applied migration never changes.",
                    zh: "请使用建库时的发行版本；已执行的迁移不得修改。"))
        case .databaseNotReady(let gap):
            self.init(
                Phrase(en: "The database is not ready: \(Phrase(gap).en).", zh: "数据库尚未就绪：\(Phrase(gap).zh)。"),
                cure: Phrase(
                    en: "Run gasworks db init for a new one, gasworks db migrate for one that is behind.",
                    zh: "新库请运行 gasworks db init，版本落后请运行 gasworks db migrate。"))
        case .missingProgram("gasworks-courier"):
            self.init(
                Phrase(
                    en: "Program gasworks-courier is not beside gasworks.", zh: "gasworks 所在文件夹中没有程序 gasworks-courier。"),
                cure: Phrase(
                    en: "It speaks to HTTP gateways; build it: deploy/build.",
                    zh: "该程序负责连接 HTTP 网关，请构建：deploy/build。"))
        case .missingProgram("gasworks-callback"):
            self.init(
                Phrase(
                    en: "Program gasworks-callback is not beside gasworks, or did not start.",
                    zh: "gasworks 所在文件夹中没有程序 gasworks-callback，或无法启动。"),
                cure: Phrase(
                    en: "It hears gateways by HTTP; build it: deploy/build --callback.",
                    zh: "该程序负责接收网关的 HTTP 回执，请构建：deploy/build --callback。"))
        case .missingProgram(let name):
            self.init(
                Phrase(en: "Program \(name) is not installed.", zh: "未安装程序 \(name)。"),
                cure: Phrase(
                    en: "On Debian: apt-get install postgresql-15; or name a server with --database.",
                    zh: "Debian 上请运行 apt-get install postgresql-15，或用 --database 指定服务器。"))
        case .clusterDidNotStart(let log):
            self.init(
                Phrase(en: "The embedded PostgreSQL did not start.", zh: "内置 PostgreSQL 未能启动。"),
                cure: Phrase(en: "Its log says why: \(log).", zh: "原因见日志：\(log)。"))
        case .unexpected(let state, let message):
            self.init(
                Phrase(
                    en: "The database refused a statement for a reason no rule foresees (\(state)): \(message).",
                    zh: "数据库以规则之外的原因拒绝了语句（\(state)）：\(message)。"),
                cure: Phrase(
                    en: "Nothing was changed by it; please report this with the code.",
                    zh: "该语句未作任何更改；请附上代码反馈此问题。"))

        // How the command was written.
        case .usage(let reason):
            self.init(
                Phrase(en: reason, zh: "命令用法有误：\(reason)"),
                cure: Phrase(en: "See \(command) --help.", zh: "请用 \(command) --help 查看用法。"))
        }
    }
}

package import GasService

/// What the `db` commands say.
extension Phrase {
    package static let database = Phrase(en: "Database", zh: "数据库")
    package static let timeZone = Phrase(en: "Time zone", zh: "时区")
    package static let rehearsal = Phrase(en: "Rehearsal", zh: "演练库")
    package static let madeAt = Phrase(en: "Made at", zh: "建立时间")
    package static let cluster = Phrase(en: "Cluster", zh: "数据库集群")
    package static let directory = Phrase(en: "Directory", zh: "目录")
    package static let running = Phrase(en: "running", zh: "运行中")
    package static let stopped = Phrase(en: "stopped", zh: "已停止")
    package static let notMade = Phrase(en: "not made yet", zh: "尚未建立")
    package static let process = Phrase(en: "Process", zh: "进程号")
    package static let serverVersion = Phrase(en: "PostgreSQL", zh: "PostgreSQL 版本")
    package static let role = Phrase(en: "Role", zh: "角色")
    package static let external = Phrase(en: "external server", zh: "外部服务器")
    package static let embedded = Phrase(en: "embedded", zh: "内置集群")
    package static let functions = Phrase(en: "Functions", zh: "函数")

    /// How the database's functions, views, policies and privileges stand to the program's.
    package static func routineState(_ code: String) -> Phrase {
        switch code {
        case "current": Phrase(en: "as this program has them", zh: "与本程序一致")
        case "outdated":
            Phrase(en: "not this program's; gasworks db migrate renews them", zh: "与本程序不一致；gasworks db migrate 可更新")
        case "changed_by_hand":
            Phrase(en: "changed by hand; gasworks db migrate puts them right", zh: "被手工改动；gasworks db migrate 可恢复")
        default: Phrase(verbatim: code)
        }
    }
}

extension Phrase {
    package static let schemaVersion = Phrase(en: "Schema", zh: "结构版本")
    package static let notReady = Phrase(en: "not made, or its schema is behind", zh: "尚未建立，或结构版本落后")
    package static let runningSince = Phrase(en: "Running since", zh: "启动时间")
    package static let clusterWasNotRunning = Phrase(
        en: "The embedded PostgreSQL was not running.", zh: "内置 PostgreSQL 并未运行。")

    /// The embedded server was started.
    package static func clusterStarted(_ home: String) -> Phrase {
        Phrase(en: "The embedded PostgreSQL in \(home) is running.", zh: "\(home) 中的内置 PostgreSQL 正在运行。")
    }

    /// The embedded server was stopped.
    package static func clusterStopped(_ home: String) -> Phrase {
        Phrase(en: "The embedded PostgreSQL in \(home) is stopped.", zh: "\(home) 中的内置 PostgreSQL 已停止。")
    }

    /// A state of the embedded server.
    package static func clusterState(_ code: String) -> Phrase {
        switch code {
        case "running": .running
        case "stopped": .stopped
        case "absent": .notMade
        case "changing": Phrase(en: "starting or stopping", zh: "正在启动或停止")
        default: Phrase(verbatim: code)
        }
    }

    /// The database was made, or had been made before.
    package static func databaseMade(isNew: Bool, isRehearsal: Bool, timeZone: String, migrations: Int) -> Phrase {
        let kind = isRehearsal ? Phrase(en: "rehearsal database", zh: "演练库") : Phrase(en: "database", zh: "正式库")
        return isNew
            ? Phrase(
                en: "Made a \(kind.en), time zone \(timeZone), \(migrations.of("migration")) applied.",
                zh: "已建立\(kind.zh)，时区 \(timeZone)，执行迁移 \(migrations) 项。")
            : Phrase(
                en: "This \(kind.en) stands already, time zone \(timeZone); \(migrations.of("migration")) applied.",
                zh: "\(kind.zh)已存在，时区 \(timeZone)；本次执行迁移 \(migrations) 项。")
    }

    /// Migrations were applied, or none was missing; functions and privileges were renewed, or were as they should be.
    package static func migrated(_ names: [String], routines: Bool) -> Phrase {
        let renewed = Phrase(en: "Functions, views and privileges were renewed.", zh: "函数、视图与权限已更新。")
        guard !names.isEmpty else {
            return routines ? renewed : Phrase(en: "The schema is up to date.", zh: "数据库结构已是最新。")
        }
        let applied = Phrase(
            en: "Applied \(names.count.of("migration")): \(names.joined(separator: ", ")).",
            zh: "已执行迁移 \(names.count) 项：\(names.joined(separator: "、"))。")
        return routines ? Phrase(en: "\(applied.en) \(renewed.en)", zh: "\(applied.zh)\(renewed.zh)") : applied
    }
}

extension Phrase {
    /// What a database lacks.
    package init(_ gap: DatabaseGap) {
        switch gap {
        case .noCluster(let home): self.init(en: "no cluster in \(home)", zh: "\(home) 中尚无集群")
        case .schemaBehind(let migration?):
            self.init(en: "its schema ends with \(migration)", zh: "表结构停留在 \(migration)")
        case .schemaBehind(nil): self.init(en: "it has no schema yet", zh: "尚无表结构")
        case .routinesBehind:
            self.init(en: "its functions are of an older program", zh: "其函数属于较旧的程序版本")
        case .notInstalled: self.init(en: "no company's database was made in it", zh: "尚未初始化")
        }
    }
}

/// Why the embedded PostgreSQL does not start, and the way out.
extension Phrase {
    /// The data were written by another major version.
    package static func clusterOfAnotherVersion(_ data: Int, installed: [Int]) -> Phrase {
        let list = installed.map(String.init)
        return Phrase(
            en: "the data are of PostgreSQL \(data), installed is \(list.joined(separator: ", ")); "
                + "install the package postgresql-\(data)",
            zh: "数据属于 PostgreSQL \(data)，已安装的是 \(list.joined(separator: "、"))；请安装软件包 postgresql-\(data)")
    }

    package static let rootRunsNoCluster = Phrase(
        en: "PostgreSQL does not run as root; make an account for it: useradd --system gasworks",
        zh: "PostgreSQL 不能以 root 运行；请为其建立账户：useradd --system gasworks")

    /// The process runs under a user id without a name.
    package static func accountWithoutName(_ userID: UInt32) -> Phrase {
        Phrase(
            en: "user id \(userID) has no account on this machine; run as a user that /etc/passwd knows",
            zh: "用户编号 \(userID) 在本机没有账户；请以 /etc/passwd 中的用户运行")
    }

    /// A folder on the way to the cluster is closed to its account.
    package static func clusterBehindClosedFolder(_ obstacle: String, home: String, account: String) -> Phrase {
        Phrase(
            en: "\(account), the account that runs the cluster, may not enter \(obstacle) on the way to \(home); "
                + "set GASWORKS_HOME to a folder it can reach, or allow it: chmod o+x \(obstacle)",
            zh: "运行集群的账户 \(account) 无权进入 \(obstacle)，因而到不了 \(home)；"
                + "请将 GASWORKS_HOME 设为其可达的目录，或放行：chmod o+x \(obstacle)")
    }

    /// The home of the cluster cannot be made or opened.
    package static func clusterHomeUnusable(_ home: String, reason: String) -> Phrase {
        Phrase(
            en: "cannot use \(home): \(reason); set GASWORKS_HOME to a folder that can be written",
            zh: "无法使用 \(home)：\(reason)；请将 GASWORKS_HOME 设为可写的目录")
    }

    /// The folder of the socket belongs to somebody else.
    package static func socketFolderOfOthers(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) belongs to somebody else; remove it, or choose a shorter GASWORKS_HOME",
            zh: "\(path) 属于他人；请将其删除，或改用更短的 GASWORKS_HOME")
    }
}

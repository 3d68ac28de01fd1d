import Archive
import GasService
import Operations
import Presentation

/// What a proof says in words.
struct ProofText {
    private let proof: OutageProof
    private let zone: UtilityTimeZone

    init(_ proof: OutageProof, zone: UtilityTimeZone) {
        self.proof = proof
        self.zone = zone
    }

    /// The outage and its figures, a line each.
    var summary: Phrase {
        let (terms, counts) = (proof.terms, proof.counts)
        let (from, until) = (zone.minuteText(of: terms.span.start), zone.minuteText(of: terms.span.end))
        let (asOf, area) = (zone.minuteText(of: proof.asOf), TerminalText.safe(terms.area ?? "-"))
        let (reason, state) = (TerminalText.safe(terms.reason), Phrase(outageState: terms.state))
        return Phrase(
            en: """
                Outage        \(terms.outage), \(state.en)\(terms.isEmergency ? ", emergency" : "")
                Gas off       \(from) to \(until) (\(zone)), terms version \(terms.version)
                Area          \(area)
                Reason        \(reason)
                As of         \(asOf)
                Households    \(counts.households)
                Reached       \(counts.reached)
                Told in time  \(counts.told)
                Waived        \(counts.waived)
                Emergency     \(counts.emergency)
                Joined later  \(counts.joined)
                Neither       \(counts.neither)

                """,
            zh: """
                停气作业      \(terms.outage)，\(state.zh)\(terms.isEmergency ? "，紧急" : "")
                停气时间      \(from) 至 \(until)（\(zone)），第 \(terms.version) 版
                停气范围      \(area)
                停气原因      \(reason)
                截至          \(asOf)
                用户数        \(counts.households)
                已送达        \(counts.reached)
                按时告知      \(counts.told)
                已豁免        \(counts.waived)
                紧急停气      \(counts.emergency)
                停气后并入    \(counts.joined)
                均无          \(counts.neither)

                """)
    }

    /// How an outsider checks the folder, and the archive behind it.
    static let instructions = Phrase(
        en: """
            HOW TO CHECK THIS FOLDER

            households.csv has a line for each household and each notice that is known to have reached it, or waiver: by
            which channel, when it was sent and confirmed, the gateway's receipt, who waived it and when, and event_sha256,
            the hash of the archive's event. basis is what its gas is off for, or would go off for when this was written.

            1. The events are what they were. In this folder:

                   sha256sum --check events.sha256

               Each file below events/ is one event of the archive, byte for byte as it was hashed. Its lines are: the form
               (gasworks-event-1), district, account, number in the chain, kind, when it happened, when it was recorded, login,
               person, hash of the event before it, and the particulars as JSON (outage, notice, channel, confirmed_at).

            2. The table says what the events say. For a household, compare its line with its file:

                   grep ACCOUNT households.csv
                   cat events/DISTRICT/ACCOUNT-NUMBER.txt

               event_sha256 in the table is the hash before that file in events.sha256.

            3. The archive still says so. With read access to the company's database:

                   psql -AtqX -c "SELECT gasworks.event_text('DISTRICT', 'ACCOUNT', NUMBER)" | head -c -1 | sha256sum

               gives the same hash. Each event holds the hash of the one before it, and the household's row that of the last:

                   psql -AtqX -c "SELECT * FROM gasworks.verify_chains('DISTRICT', 'ACCOUNT')"

               answers nothing when no event was changed, taken out or cut off since.

            """,
        zh: """
            核验方法

            households.csv 中每户、每条已确认送达的通知或每次豁免各占一行：通知方式、发送与确认时间、网关回执、
            豁免人与时间，以及档案事件的哈希值 event_sha256。basis 为停气依据（停气前为生成本文件时的判断）。

            1. 核验事件未被改动。在本文件夹中执行：

                   sha256sum --check events.sha256

               events/ 下每个文件为一条档案事件，与计算哈希时逐字节一致。各行依次为：格式（gasworks-event-1）、片区、户号、
               链中序号、事件类型、发生时间、记录时间、登录名、操作人、前一事件的哈希、JSON 详情（停气编号、通知、方式、确认时间）。

            2. 核验表格与事件一致。对任一户，比较表中该行与事件文件：

                   grep 户号 households.csv
                   cat events/片区/户号-序号.txt

               表中 event_sha256 即 events.sha256 中该文件前的哈希值。

            3. 核验档案仍然如此。具有公司数据库只读权限时执行：

                   psql -AtqX -c "SELECT gasworks.event_text('片区', '户号', 序号)" | head -c -1 | sha256sum

               应得到相同的哈希值。每条事件含前一事件的哈希，用户记录含最后一条的哈希：

                   psql -AtqX -c "SELECT * FROM gasworks.verify_chains('片区', '户号')"

               无输出即表示此后没有事件被修改、删除或截断。

            """)
}

/// Help of the `notice` commands, and of `outage notify` and `outage proof`.
package enum NoticeHelp {
    package static let noun = Phrase(
        en: "Tell households of outages: deliver, print, record, prove.", zh: "停气通知：投递、打印、登记、举证。")
    package static let notice = Phrase(en: "The notice, such as A1-17.", zh: "通知编号，例如 A1-17。")

    package static let notify = Phrase(
        en: "Announce an outage: queue a notice for each affected household.", zh: "发布停气通知：为每个受影响用户生成待发通知。")

    package static let deliver = Phrase(en: "Deliver queued notices through their gateways.", zh: "通过网关投递待发通知。")
    package static let deliverMore = Phrase(
        en: """
            Each notice is sent at least once, and under one idempotency key, so that the gateway sends it once. Several \
            workers may run at a time, and any may be killed at any moment. Without --watch the command ends when nothing \
            is due; SIGTERM makes it finish what it holds. An example of a gateway file is deploy/gateways.example.json; \
            it must be readable by its owner alone.
            """,
        zh: """
            每条通知至少提交一次，且始终使用同一幂等键，网关因此只会发送一次。可同时运行多个投递进程，随时中断均不会漏发或重发。\
            不带 --watch 时，没有到期通知即结束；收到 SIGTERM 时处理完手头通知后结束。\
            网关文件示例见 deploy/gateways.example.json，该文件须仅所有者可读。
            """)
    package static let gateways = Phrase(
        en: "The gateway file; else $GASWORKS_GATEWAYS.", zh: "网关文件；未指定时取环境变量 GASWORKS_GATEWAYS。")
    package static let noGateways = Phrase(
        en: "Give --gateways FILE or set GASWORKS_GATEWAYS.", zh: "请指定 --gateways 文件，或设置 GASWORKS_GATEWAYS。")
    package static let watch = Phrase(
        en: "Go on when nothing is due, until stopped.", zh: "没有到期通知时继续等待，直至停止。")
    package static let atOnce = Phrase(en: "Notices sent at the same time.", zh: "同时投递的通知数。")
    package static let leaseSeconds = Phrase(
        en: "How long a notice is this worker's alone, in seconds; longer than any gateway takes, twice.",
        zh: "通知由本进程独占的秒数；应大于网关最长响应时间的两倍。")
    package static let deliverBounds = Phrase(
        en: "--at-once must be 1 to 256, --lease-seconds 2 to 86400.",
        zh: "--at-once 须在 1 至 256 之间，--lease-seconds 须在 2 至 86400 之间。")
    package static let template = Phrase(
        en: "A file with texts of the company's own; see gasworks notice template.",
        zh: "公司自有的通知文本文件；格式见 gasworks notice template。")
    package static let phone = Phrase(
        en: "The telephone for questions; else as the template file says.", zh: "咨询电话；未指定时取模板文件所定。")
    package static let bothLanguages = Phrase(en: "Say it in both languages.", zh: "同时使用两种语言。")
    package static let showTemplate = Phrase(
        en: "Print the texts of notices, to be copied and changed.", zh: "输出通知文本模板，供复制修改。")

    package static let list = Phrase(
        en: "List an outage's notices; --state failed lists the dead letters.", zh: "列出停气通知；--state failed 列出投递失败的通知。")
    package static let state = Phrase(en: "One state alone.", zh: "指定状态。")
    package static let channel = Phrase(en: "One channel alone.", zh: "指定通知方式。")
    package static let preview = Phrase(
        en: "Show what households would be told.", zh: "预览将要发给用户的通知内容。")
    package static let purpose = Phrase(en: "What the notice is about.", zh: "通知事由。")
    package static let print = Phrase(
        en: "Print the notices that go by hand: one HTML file, a sheet of A4 each.",
        zh: "打印需上门送达的通知：单个 HTML 文件，每份一页 A4。")
    package static let printMore = Phrase(
        en: "A sheet names no customer, for it may be left at the door; a receipt to sign is at its foot.",
        zh: "通知单可能留在门口，因此不写用户姓名；页脚为送达回执。")
    package static let buildings = Phrase(
        en: "Posters for the doors of buildings instead.", zh: "改为打印张贴于楼栋门口的公告。")
    package static let printFile = Phrase(
        en: "Where to write; else standard output.", zh: "写入的文件；未指定时写到标准输出。")
    package static let record = Phrase(
        en: "Record what came of a call, or of a notice carried to the door.", zh: "登记电话告知或上门送达的结果。")
    package static let tellingResult = Phrase(
        en: "What came of it; the first three are of calls.", zh: "结果；前三项用于电话。")
    package static let toldAt = Phrase(en: "When; else now.", zh: "时刻；未指定时为现在。")
    package static let receipt = Phrase(en: "Take in what gateways report.", zh: "接收网关回执。")
    package static let receiptImport = Phrase(
        en: "Take in a file of receipts, all or nothing.", zh: "导入回执文件，全部成功或全部不导入。")
    package static let receiptImportMore = Phrase(
        en: """
            Columns: notice_id, gateway_id (one of them may be empty), outcome (delivered or failed), occurred_at (with an \
            offset from UTC). The same file twice changes nothing.
            """,
        zh: """
            列：notice_id、gateway_id（可空其一）、outcome（delivered 或 failed）、occurred_at（须带时区偏移）。重复导入同一文件不产生变化。
            """)

    package static let receiptServe = Phrase(
        en: "Take in receipts as gateways report them by HTTP.", zh: "通过 HTTP 接收网关上报的回执。")
    package static let receiptServeMore = Phrase(
        en: """
            The part "callback" of a gateway in the gateway file says which path it calls, how it proves who it is, and what \
            its fields mean. A gateway is answered 200 once its receipt is kept, 503 when it is to come again. Let a reverse \
            proxy bring TLS. SIGTERM answers what came in and ends.
            """,
        zh: """
            网关文件中各网关的 “callback” 部分规定回调路径、身份验证方式和字段含义。回执保存后才答复 200；需重发时答复 503。\
            TLS 由反向代理提供。收到 SIGTERM 时，答复完已收到的请求后结束。
            """)
    package static let listen = Phrase(
        en: "Where to listen, such as 127.0.0.1:8087; port 0 takes one that is free.", zh: "监听地址和端口，例如 127.0.0.1:8087。")

    package static let proof = Phrase(
        en: "Write a folder that proves how each household was told.", zh: "生成举证文件夹，证明每户均已告知。")
    package static let proofMore = Phrase(
        en: "An outsider can check it with sha256sum alone; README.txt in the folder says how.",
        zh: "第三方仅用 sha256sum 即可核验，方法见文件夹中的 README.txt。")
    package static let proofFolder = Phrase(
        en: "The folder to make; else proof-<outage>.", zh: "要新建的文件夹；未指定时为 proof-<编号>。")
}

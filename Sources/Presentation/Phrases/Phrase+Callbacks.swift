package import GasService

/// What is said about receipts that gateways report by HTTP.
extension Phrase {
    /// Where receipts are awaited.
    package static func receiptsAwaited(at address: String, _ paths: [(channel: NoticeChannel, path: String)]) -> Phrase
    {
        let list = Phrase.list(
            paths.map { entry in
                let name = Phrase(entry.channel)
                return Phrase(en: "\(name.en) at \(entry.path)", zh: "\(name.zh) \(entry.path)")
            })
        return Phrase(
            en: "Receipts are awaited on \(address): \(list.en).", zh: "正在 \(address) 等候回执：\(list.zh)。")
    }

    /// The end of waiting.
    package static func receiptsServed(new: Int) -> Phrase {
        Phrase(en: "\(new.of("receipt")) came in and were kept.", zh: "已收到并保存 \(new.grouped) 条回执。")
    }

    package static let callbackStrangePath = Phrase(
        en: "A request for a path that no gateway was given was refused.", zh: "已拒绝访问未分配给任何网关的路径的请求。")

    /// Somebody who could not prove to be the gateway.
    package static func callbackNotAdmitted(_ channel: NoticeChannel) -> Phrase {
        let name = Phrase(channel)
        return Phrase(
            en: "A receipt (\(name.en)) without the right secret or signature was refused.",
            zh: "已拒绝密钥或签名不符的回执（\(name.zh)）。")
    }

    /// A request that is no receipt.
    package static func callbackUnreadable(_ channel: NoticeChannel) -> Phrase {
        let name = Phrase(channel)
        return Phrase(
            en: "What the gateway sent (\(name.en)) is not what its part \"callback\" in the gateway file says.",
            zh: "网关（\(name.zh)）发来的内容与网关文件中 “callback” 部分不符。")
    }

    /// A receipt that fits no notice that was sent.
    package static func callbackRefused(_ channel: NoticeChannel, problem: String, name: String) -> Phrase {
        let (way, why) = (Phrase(channel), Phrase(receiptProblem: problem))
        return Phrase(
            en: "A receipt (\(way.en)) for \(name) was not kept: \(why.en).",
            zh: "回执（\(way.zh)，\(name)）未保存：\(why.zh)。")
    }

    /// How much was not told one by one.
    package static func incidentsUntold(_ count: Int) -> Phrase {
        Phrase(
            en: "\(count.of("more request")) like these in the last minutes.", zh: "最近几分钟还有 \(count.grouped) 个类似请求。")
    }

    /// Why the database does not take a receipt.
    private init(receiptProblem: String) {
        switch receiptProblem {
        case "unknown_notice": self.init(en: "there is no such notice", zh: "没有该通知")
        case "never_sent": self.init(en: "the notice was never sent", zh: "该通知从未发送")
        case "before_sending": self.init(en: "its instant is before the sending", zh: "回执时间早于发送时间")
        case "in_future": self.init(en: "its instant is in the future", zh: "回执时间在将来")
        default: self.init(verbatim: receiptProblem)
        }
    }
}

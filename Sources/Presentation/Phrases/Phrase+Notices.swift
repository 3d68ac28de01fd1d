package import GasService

/// What the commands about notices say.
extension Phrase {
    /// A channel.
    package init(_ channel: NoticeChannel) {
        switch channel {
        case .sms: self.init(en: "text message", zh: "短信")
        case .email: self.init(en: "e-mail", zh: "电子邮件")
        case .call: self.init(en: "telephone", zh: "电话")
        case .hand: self.init(en: "hand", zh: "上门送达")
        }
    }

    /// Why a notice is sent.
    package init(_ purpose: NoticePurpose) {
        switch purpose {
        case .announcement: self.init(en: "announcement", zh: "停气通知")
        case .change: self.init(en: "change", zh: "变更通知")
        case .extension: self.init(en: "extension", zh: "延长通知")
        case .cancellation: self.init(en: "cancellation", zh: "取消通知")
        case .restoration: self.init(en: "restoration", zh: "恢复供气通知")
        }
    }

    package static let noticeNumber = Phrase(en: "Notice", zh: "通知编号")
    package static let noticePurpose = Phrase(en: "Purpose", zh: "事由")
    package static let noticeChannel = Phrase(en: "Channel", zh: "方式")
    package static let noticeAttempts = Phrase(en: "Tries", zh: "尝试次数")
    package static let noticeSent = Phrase(en: "Sent", zh: "发送时间")
    package static let noticeConfirmed = Phrase(en: "Confirmed", zh: "确认时间")
    package static let noticeFailure = Phrase(en: "Failure", zh: "失败原因")

    /// What a delivery did.
    package static func delivered(_ counts: NoticeTally) -> Phrase {
        let others = counts.stale == 0 ? "" : " \(counts.stale.of("notice")) had gone to another worker."
        let othersInChinese = counts.stale == 0 ? "" : "另有 \(counts.stale.grouped) 条已由其他进程处理。"
        return Phrase(
            en: "\((counts.sent + counts.confirmed).of("notice")) sent, \(counts.confirmed.grouped) of them confirmed; "
                + "\(counts.requeued.grouped) to be tried again, \(counts.failed.grouped) failed.\(others)",
            zh: "已发送 \((counts.sent + counts.confirmed).grouped) 条，其中 \(counts.confirmed.grouped) 条已确认；"
                + "\(counts.requeued.grouped) 条待重试，\(counts.failed.grouped) 条失败。\(othersInChinese)")
    }

    /// An outage was announced.
    package static func announced(_ outage: OutageID, _ queued: [(channel: NoticeChannel, count: Int)]) -> Phrase {
        guard !queued.isEmpty else {
            return Phrase(en: "\(outage) is announced; no notice is waiting.", zh: "\(outage) 已发布，没有待发通知。")
        }
        let parts = queued.map { entry in
            let name = Phrase(entry.channel)
            return Phrase(en: "\(entry.count.grouped) by \(name.en)", zh: "\(name.zh) \(entry.count.grouped) 条")
        }
        let list = Phrase.list(parts)
        return Phrase(en: "\(outage) is announced; notices queued: \(list.en).", zh: "\(outage) 已发布；待发通知：\(list.zh)。")
    }

    /// Receipts were taken in.
    package static func receiptsTaken(_ count: Int, new: Int, confirmed: Int) -> Phrase {
        Phrase(
            en: "\(count.of("receipt")) read: \(new.grouped) new, \(confirmed.of("notice")) confirmed by them.",
            zh: "已读取 \(count.grouped) 条回执：新增 \(new.grouped) 条，据此确认 \(confirmed.grouped) 条通知。")
    }

    /// Sheets were written to a file.
    package static func printed(_ count: Int, to file: String) -> Phrase {
        Phrase(en: "\(count.of("sheet")) written to \(file).", zh: "已将 \(count.grouped) 页写入 \(file)。")
    }

    /// What came of a notice was recorded.
    package static func recorded(_ notice: NoticeID, state: String) -> Phrase {
        let name = Phrase(code: state)
        return Phrase(en: "Notice \(notice) is \(name.en).", zh: "通知 \(notice) \(name.zh)。")
    }

    /// A proof was written.
    package static func proven(_ folder: String, told: Int, of all: Int) -> Phrase {
        Phrase(
            en: "\(folder): \(told.grouped) of \(all.of("household")) told; README.txt says how to check it.",
            zh: "\(folder)：共 \(all.grouped) 户，已告知 \(told.grouped) 户；核验方法见 README.txt。")
    }

    // On printed sheets.
    static let noticesTitle = Phrase(en: "Notices of a gas outage", zh: "停气通知")
    static let sheetFrom = Phrase(en: "Gas off", zh: "停气时间")
    static let sheetUntil = Phrase(en: "Until", zh: "计划结束")
    static let sheetRestoration = Phrase(en: "Gas expected back", zh: "预计恢复供气")
    static let sheetAddress = Phrase(en: "Address", zh: "地址")
    static let sheetAccount = Phrase(en: "Account", zh: "户号")
    static let sheetNotice = Phrase(en: "Notice", zh: "通知编号")
    static let sheetReceipt = Phrase(en: "Receipt: kept by the gas company", zh: "送达回执（燃气公司留存）")
    static let sheetHanded = Phrase(en: "handed over in person", zh: "当面交付")
    static let sheetPosted = Phrase(en: "left in the letter box or on the door", zh: "投入信箱或张贴于门上")
    static let sheetReceived = Phrase(en: "Received by (signature)", zh: "签收人（签名）")
    static let sheetDelivered = Phrase(en: "Delivered by (signature)", zh: "送达人（签名）")
    static let sheetWhen = Phrase(en: "Date and time", zh: "日期、时间")
    static let sheetForBuilding = Phrase(en: "To all residents of this building", zh: "致本楼全体用户")

    /// How many households of a building are told.
    static func sheetHouseholds(_ count: Int) -> Phrase {
        Phrase(en: count.of("household"), zh: "共 \(count.grouped) 户")
    }
}

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

extension Phrase {
    /// Why a notice did not reach a household, as it is kept with the notice; a code without words is shown as it is.
    package init(deliveryFailure code: String) {
        self = Self.deliveryFailures[code] ?? Phrase(verbatim: code)
    }

    private static let deliveryFailures: [String: Phrase] = [
        // What a gateway answered, or that it did not.
        "timed_out": Phrase(en: "nobody answered in time", zh: "网关未及时答复"),
        "connection_lost": Phrase(en: "the connection broke", zh: "连接中断"),
        "unreachable": Phrase(en: "the gateway cannot be reached", zh: "无法连接网关"),
        "unauthorized": Phrase(en: "the gateway refuses our credentials", zh: "网关拒绝凭据"),
        "redirected": Phrase(en: "the gateway has another address now", zh: "网关地址已变更"),
        "too_many": Phrase(en: "the gateway asks to slow down", zh: "网关要求降低频率"),
        "server_error": Phrase(en: "the gateway failed", zh: "网关内部错误"),
        "wrong_request": Phrase(en: "the gateway does not know such a request", zh: "网关不接受该请求"),
        "unreadable_answer": Phrase(en: "the gateway's answer cannot be read", zh: "网关答复无法识别"),
        "bad_recipient": Phrase(en: "the gateway knows no such recipient", zh: "收件号码或地址无效"),
        "mailer_failed": Phrase(en: "the system's mailer failed", zh: "本机邮件程序出错"),
        "channel_paused": Phrase(en: "waits while the gateway rests", zh: "网关暂停，等待重试"),
        "not_delivered": Phrase(en: "the gateway reports that it was not delivered", zh: "网关回执：未送达"),
        // What the outbox found.
        "no_contact": Phrase(en: "no number or address is known", zh: "无联系号码或地址"),
        "attempts_exhausted": Phrase(en: "no more tries are left", zh: "已达尝试次数上限"),
        "unspecified": Phrase(en: "no reason given", zh: "原因不明"),
        // What people found.
        "no_answer": Phrase(en: "nobody answered the call", zh: "无人接听"),
        "wrong_number": Phrase(en: "wrong number", zh: "号码有误"),
        "no_access": Phrase(en: "nobody opened", zh: "无人应门"),
        "refused": Phrase(en: "the notice was refused", zh: "拒收通知"),
    ]
}

import GasService
import Testing

@Suite("The channels of a notice")
struct NoticeChannelTests {
    @Test("a special-care household is told only when a person spoke to a person")
    func specialCare() {
        #expect(NoticeManner.allCases.filter { $0.counts(specialCare: true) } == [.call, .handed])
        #expect(NoticeManner.allCases.allSatisfy { $0.counts(specialCare: false) })
    }

    @Test("are tried in the order set, each where the household can be reached by it")
    func order() {
        let standard = ChannelPreference(settings: .standard)
        #expect(standard.usable(hasPhone: true, hasEmail: true, specialCare: false) == [.sms, .email, .hand])
        #expect(standard.usable(hasPhone: false, hasEmail: true, specialCare: false) == [.email, .hand])
        #expect(standard.usable(hasPhone: false, hasEmail: false, specialCare: false) == [.hand])
        let calls = ChannelPreference(
            settings: .standard.setting(.callOrder, to: 1).setting(.smsOrder, to: 2).setting(.handOrder, to: 0))
        #expect(calls.usable(hasPhone: true, hasEmail: false, specialCare: false) == [.call, .sms, .email].dropLast())
    }

    @Test("special care is called and then visited, whatever the order says")
    func specialCareOrder() {
        let messagesOnly = ChannelPreference(settings: .standard.setting(.handOrder, to: 0))
        #expect(messagesOnly.usable(hasPhone: true, hasEmail: true, specialCare: true) == [.call, .hand])
        #expect(messagesOnly.usable(hasPhone: false, hasEmail: true, specialCare: true) == [.hand])
    }
}

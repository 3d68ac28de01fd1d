import ArgumentParser
import Presentation

/// `gasworks notice`: how households are told.
struct NoticeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: NoticeHelp.noun,
        subcommands: [
            DeliverNoticesCommand.self, ListNotices.self, PreviewNotice.self, PrintNotices.self, RecordNotice.self,
            ReceiptCommands.self, ShowNoticeTemplate.self,
        ])
}

import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks notice receipt`: what gateways report.
struct ReceiptCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: NoticeHelp.receipt, subcommands: [ImportReceiptFile.self, ServeReceipts.self])
}

/// `gasworks notice receipt import`: takes in a file of receipts, all or nothing.
struct ImportReceiptFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: NoticeHelp.receiptImport, discussion: NoticeHelp.receiptImportMore)

    @Argument(help: ArgumentHelp(ImportHelp.file))
    var file: String

    @Option(help: ArgumentHelp(ImportHelp.encoding))
    var encoding: FileEncoding = .utf8

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let recorded = try await context.withDatabase { database in
            try await ImportReceipts(path: file, encoding: encoding).run(into: database)
        }
        try context.answer(
            Answer(id: file, receipts: recorded.receipts, new: recorded.new, confirmed: recorded.confirmed),
            saying: .receiptsTaken(recorded.receipts, new: recorded.new, confirmed: recorded.confirmed))
    }

    private struct Answer: Encodable {
        let id: String
        let receipts: Int
        let new: Int
        let confirmed: Int
    }
}

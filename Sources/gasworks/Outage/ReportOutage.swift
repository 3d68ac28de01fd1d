import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks outage report`: what the authority is told of a large outage.
struct ReportOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: OutageHelp.report, discussion: OutageHelp.reportMore)

    @OptionGroup var step: OutageStepOptions

    @Option(help: ArgumentHelp(OutageHelp.reportFile, valueName: "file"))
    var output: String?

    @Option(name: .customLong("contact"), help: ArgumentHelp(OutageHelp.reportContact, valueName: "text"))
    var contacts: [String] = []

    @OptionGroup var options: NoticeOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let outage = step.outage
        let path = output ?? "report-\(outage).html"
        let digest = try await context.withDatabase { database in
            let report = try await ContingencyReport.read(outage, in: database)
            let writer = try options.writer(zone: database.installation.timeZone)
            let languages = [context.language] + Language.allCases.filter { $0 != context.language }
            let html = Array(ContingencyPage(report, contacts: contacts, by: writer).html(in: languages).utf8)
            let digest = SHA256.hexadecimal(html)
            // Before a file is written over: a command id that was used for an earlier page is refused.
            try await report.record(digest: digest, command: step.commandID(), in: database)
            let file = try OutputFile(path)
            try html.withUnsafeBytes { try file.write($0) }
            return digest
        }
        try context.answer(
            Answer(id: path, outage: outage, sha256: digest),
            saying: .reportWritten(outage, to: path, digest: digest))
    }

    private struct Answer: Encodable {
        let id: String
        let outage: OutageID
        let sha256: String
    }
}

extension ContingencyPage {
    /// A report as `Presentation` lays it out.
    fileprivate init(_ report: ContingencyReport, contacts: [String], by author: NoticeWriter) {
        let outage = report.outage
        let byDistrict = Dictionary(grouping: report.buildings, by: \.district).sorted { $0.key < $1.key }
        let shares = byDistrict.flatMap { district, buildings in
            CustomerClass.allCases.compactMap { customers -> Share? in
                let count = buildings.reduce(0) { $0 + ($1.classes[customers] ?? 0) }
                return count > 0 ? Share(district: district, customerClass: customers, households: count) : nil
            }
        }
        self.init(
            Facts(
                outage: outage.id, state: outage.state, span: report.span, area: report.area, reason: outage.reason,
                declaredBy: outage.operatorName, version: Int(outage.version), demand: report.demand, asOf: report.asOf,
                restoredBy: report.restoration.until),
            shares: shares, inCare: report.buildings.reduce(0) { $0 + $1.inCare },
            crews: report.crews.map {
                Crew(
                    id: $0.crew, name: $0.name, district: $0.district,
                    shift: "\(Self.time($0.shiftStart))–\(Self.time($0.shiftEnd))", standsBy: $0.standsBy)
            },
            turns: report.restoration.turns, contacts: contacts, by: author)
    }

    /// A minute of a shift as a time of day; a shift may end on the next.
    private static func time(_ minutes: Int) -> String { LocalMinute(minutes: minutes % 1440)?.description ?? "" }
}

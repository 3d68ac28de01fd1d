import Archive
import Foundation
import GasService
import Operations
import Presentation
import Synchronization

/// The folder that proves an outage's notices: a summary, a table of households, the events as they are hashed, and how to
/// check all of it.
///
/// An event's file holds its canonical text byte for byte (`sql/routines/archive/event_text.sql`), so its SHA-256 is the
/// event's hash: the outsider needs no tool but `sha256sum`, and the list that it checks against is the archive's own.
struct ProofFolder {
    private let proof: OutageProof
    private let zone: UtilityTimeZone
    private let language: Language

    init(_ proof: OutageProof, zone: UtilityTimeZone, language: Language) {
        self.proof = proof
        self.zone = zone
        self.language = language
    }

    /// Makes the folder.
    ///
    /// - Throws: `GasworksError.fileUnusable`; a folder that is there already is not touched.
    func write(to path: String) throws {
        guard mkdir(path, 0o755) == 0 else {
            throw GasworksError.fileUnusable(
                path: path, reason: errno == EEXIST ? .exists : errno == ENOENT ? .missing : .forbidden)
        }
        let sums = try writeEvents(in: path)
        try write(Data(sums.joined().utf8), to: "\(path)/events.sha256")
        try write(try households(), to: "\(path)/households.csv")
        try write(Data(ProofText(proof, zone: zone).summary.text(in: language).utf8), to: "\(path)/summary.txt")
        let readers = Language.allCases.map { ProofText.instructions.text(in: $0) }
        try write(Data(readers.joined(separator: "\n\n").utf8), to: "\(path)/README.txt")
    }

    /// Writes each event to a file of its own.
    ///
    /// - Returns: the lines by which `sha256sum --check` finds them, with the archive's hashes.
    private func writeEvents(in path: String) throws -> [String] {
        var sums: [String] = []
        for event in proof.events {
            let folder = "events/\(event.district.isCompany ? "company" : event.district.text)"
            try add(event.text, hash: event.hash, to: folder, named: "outage-\(event.sequence).txt", in: path, &sums)
        }
        for line in proof.evidence {
            guard let text = line.eventText, let hash = line.hash, let name = Self.file(of: line) else { continue }
            let parts = name.split(separator: "/")
            let folder = parts.dropLast().joined(separator: "/")
            try add(text, hash: hash, to: folder, named: String(parts.last ?? ""), in: path, &sums)
        }
        return sums
    }

    private func add(
        _ text: String, hash: String, to folder: String, named name: String, in path: String, _ sums: inout [String]
    ) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        try write(Data(text.utf8), to: "\(path)/\(folder)/\(name)")
        sums.append("\(hash)  \(folder)/\(name)\n")
    }

    private func write(_ data: Data, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: data) else {
            throw GasworksError.fileUnusable(path: path, reason: .broken)
        }
    }

    private static func file(of line: NoticeEvidence) -> String? {
        line.sequence.map { "events/\(line.district)/\(line.account)-\($0).txt" }
    }

    /// The table of households: codes and instants, no names and no contacts.
    private func households() throws -> Data {
        let collected = Mutex(Data())
        var writer = CSVWriter(output: ChunkedWriter { piece in collected.withLock { $0.append(contentsOf: piece) } })
        try Self.listing(in: zone).writeCSV(proof.evidence, to: &writer)
        try writer.finish()
        return collected.withLock { $0 }
    }

    private static func listing(in zone: UtilityTimeZone) -> Listing<NoticeEvidence> {
        @Sendable func moment(_ instant: Instant?) -> Cell { instant.map { .instant($0, zone) } ?? .empty }
        return Listing([
            Column("district", .district) { .text($0.district.text) },
            Column("account_no", .account) { .text($0.account.text) },
            Column("customer_class", .customerClass) { .text($0.customerClass.rawValue) },
            Column("state", .state) { .text($0.state) },
            Column("basis", .value) { .optional($0.basis) },
            Column("terms_version", .version) { $0.version.map { .integer(Int($0)) } ?? .empty },
            Column("notice_id", .noticeNumber) { .optional($0.notice?.text) },
            Column("channel", .noticeChannel) { .optional($0.channel) },
            Column("manner", .value) { .optional($0.manner) },
            Column("sent_at", .noticeSent) { moment($0.sentAt) },
            Column("confirmed_at", .noticeConfirmed) { moment($0.confirmedAt) },
            Column("receipt", .value) { .optional($0.receipt) },
            Column("text_sha256", .value) { .optional($0.textDigest) },
            Column("waived_at", .value) { moment($0.waivedAt) },
            Column("waived_by", .value) { .optional($0.waivedBy) },
            Column("event_seq", .sequence) { $0.sequence.map { .integer(Int($0)) } ?? .empty },
            Column("event_sha256", .value) { .optional($0.hash) },
            Column("event_file", .value) { .optional(file(of: $0)) },
        ])
    }
}

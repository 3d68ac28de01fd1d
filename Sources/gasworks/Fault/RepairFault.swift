import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks fault repair`: safe and restored.
struct RepairFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "repair", abstract: FaultHelp.repair)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.proof))
    var proof: FaultEvent.RepairProof

    @Option(help: ArgumentHelp(FaultHelp.work))
    var work: String

    @Flag(help: ArgumentHelp(FaultHelp.temporary))
    var temporary = false

    @Flag(help: ArgumentHelp(FaultHelp.gasOff))
    var gasOff = false

    @Option(name: .customLong("part"), help: ArgumentHelp(FaultHelp.part, valueName: "code=count"))
    var parts: [PartArgument] = []

    @Option(help: ArgumentHelp(FaultHelp.cost))
    var cost: MoneyArgument?

    @Option(name: .customLong("photo"), help: ArgumentHelp(FaultHelp.photo, valueName: "file"))
    var photos: [String] = []

    @Option(help: ArgumentHelp(FaultHelp.handlingCrew))
    var crew: CrewID?

    @OptionGroup var happened: HappenedOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let pictures = try photos.map { try FaultPhoto(file: $0) }
        try await step.take("fault repair", in: context) { course, now, _ in
            let at = happened.at ?? now
            for picture in pictures { try await course.attach(picture, to: step.fault, takenAt: at) }
            return try await course.repair(
                step.fault,
                FaultCourse.Repair(
                    at: at, crew: crew, proof: proof, isTemporary: temporary, gasIsOn: !gasOff,
                    parts: parts.map { FaultCourse.Repair.Part(code: $0.code, count: $0.count) },
                    costInCents: cost?.cents, work: work),
                deviceShows: happened.deviceShows)
        }
    }
}

/// Parts that were used: `CODE` or `CODE=COUNT`.
struct PartArgument: ExpressibleByArgument, Sendable {
    let code: String
    let count: Int

    init?(argument: String) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let code = halves.first.map(String.init), !code.isEmpty, AccountNumber(code) != nil else { return nil }
        guard let count = halves.count == 1 ? 1 : Int(halves[1]), count > 0 else { return nil }
        self.code = code
        self.count = count
    }
}

/// An amount of money with at most two decimals, never a binary fraction.
struct MoneyArgument: ExpressibleByArgument, Sendable {
    let cents: Int64

    init?(argument: String) {
        let halves = argument.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first.flatMap({ Int64($0) }), whole >= 0, whole < 10_000_000_000 else { return nil }
        var minor: Int64 = 0
        if halves.count == 2 {
            guard (1...2).contains(halves[1].count), let read = Int64(halves[1]), read >= 0 else { return nil }
            minor = halves[1].count == 1 ? read * 10 : read
        }
        cents = whole * 100 + minor
    }
}

extension FaultPhoto {
    /// Reads a picture.
    ///
    /// - Throws: `GasworksError`: a file that cannot be read, or that is no picture of a kind that is kept.
    init(file path: String) throws {
        let bytes = try FileBytes.all(path: path)
        guard let type = FaultPhoto.MediaType(content: bytes) else {
            throw GasworksError.invalidValue(name: "--photo", value: path, expected: "JPEG, PNG, HEIC")
        }
        self.init(mediaType: type, content: bytes)
    }
}

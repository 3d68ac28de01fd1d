import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks fault approach`: a crew sets off, or is there.
struct ApproachFault: GasworksCommand {
    enum Step: String, ExpressibleByArgument, CaseIterable {
        case setOff = "set-off"
        case arrived
    }

    static let configuration = CommandConfiguration(commandName: "approach", abstract: FaultHelp.approach)

    @OptionGroup var step: FaultStepOptions

    @Argument(help: ArgumentHelp(FaultHelp.approachStep))
    var reached: Step

    @OptionGroup var happened: HappenedOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault approach", in: context) { course, now, _ in
            try await course.approach(
                step.fault, step: reached == .setOff ? "set_off" : "arrived", at: happened.at ?? now,
                deviceShows: happened.deviceShows)
        }
    }
}

/// `gasworks fault handle`.
struct HandleFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "handle", abstract: FaultHelp.handle)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.basis))
    var basis: FaultEvent.HandlingBasis = .workBegun

    @Option(help: ArgumentHelp(FaultHelp.handlingCrew))
    var crew: CrewID?

    @Option(help: ArgumentHelp(FaultHelp.note))
    var note: String?

    @OptionGroup var happened: HappenedOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault handle", in: context) { course, now, _ in
            try await course.handle(
                step.fault, basis, at: happened.at ?? now, crew: crew, note: note, deviceShows: happened.deviceShows)
        }
    }
}

/// `gasworks fault agree`: the customer wants another time.
struct AgreeFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "agree", abstract: FaultHelp.agree)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.latest, valueName: "time"))
    var at: AnnouncedTime

    @Option(help: ArgumentHelp(FaultHelp.agreedAt, valueName: "instant"))
    var agreedAt: Instant?

    @OptionGroup var telling: TellingOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault agree", in: context) { course, now, zone in
            try await course.agree(
                step.fault, latest: try at.instant(in: zone), telling.telling(at: agreedAt ?? now),
                deviceShows: telling.deviceShows)
        }
    }
}

/// `gasworks fault wait`: parts are missing.
struct WaitForParts: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "wait", abstract: FaultHelp.wait)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.toldAt, valueName: "instant"))
    var toldAt: Instant

    @OptionGroup var telling: TellingOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault wait", in: context) { course, _, _ in
            try await course.wait(step.fault, telling.telling(at: toldAt), deviceShows: telling.deviceShows)
        }
    }
}

/// `gasworks fault resume`: the parts are there.
struct ResumeFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: FaultHelp.resume)

    @OptionGroup var step: FaultStepOptions
    @OptionGroup var happened: HappenedOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault resume", in: context) { course, now, _ in
            try await course.resume(step.fault, at: happened.at ?? now, deviceShows: happened.deviceShows)
        }
    }
}

/// `gasworks fault refer`: beyond the company's scope.
struct ReferFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "refer", abstract: FaultHelp.refer)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.referTo))
    var to: String

    @Option(help: ArgumentHelp(FaultHelp.toldAt, valueName: "instant"))
    var toldAt: Instant

    @OptionGroup var telling: TellingOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault refer", in: context) { course, _, _ in
            try await course.refer(step.fault, to: to, telling.telling(at: toldAt), deviceShows: telling.deviceShows)
        }
    }
}

/// `gasworks fault regrade`.
struct RegradeFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "regrade", abstract: FaultHelp.regrade)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.severity))
    var severity: FaultSeverity

    @Option(help: ArgumentHelp(FaultHelp.reason))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault regrade", in: context) { course, _, _ in
            try await course.regrade(step.fault, as: severity, reason: reason)
        }
    }
}

/// `gasworks fault join`: two reports of one fault.
struct JoinFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "join", abstract: FaultHelp.join)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.into))
    var into: FaultID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        guard into.district == step.fault.district else {
            throw GasworksError.invalidValue(
                name: "--into", value: into.text, expected: "\(step.fault.district)-NUMBER")
        }
        try await step.take("fault join", in: context) { course, _, _ in
            try await course.join(step.fault, to: into)
        }
    }
}

/// `gasworks fault release`.
struct ReleaseFault: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "release", abstract: FaultHelp.release)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.reason))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await step.take("fault release", in: context) { course, _, _ in
            try await course.release(step.fault, reason: reason)
        }
    }
}

// swift-tools-version: 6.2
import PackageDescription

/// One house style for every target: explicit existentials, explicit import visibility, and no warning left standing.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "gasworks",
    products: [
        .executable(name: "gasworks", targets: ["gasworks"]),
        .executable(name: "gasworks-courier", targets: ["gasworks-courier"]),
        .library(name: "HelperWire", targets: ["HelperWire"]),
        .library(name: "PostgresClient", targets: ["PostgresClient"]),
        .library(name: "Routing", targets: ["Routing"]),
        .library(name: "GasService", targets: ["GasService"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Foundations: each knows nothing of gas, or nothing of input and output.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "PostgresClient", dependencies: ["CLibPQ", logging], swiftSettings: strict),
        .target(name: "EmbeddedPostgres", dependencies: [logging], swiftSettings: strict),
        .target(name: "Routing", swiftSettings: strict),
        .target(name: "RoutingInstances", dependencies: ["Routing"], swiftSettings: strict),
        .target(name: "GasService", swiftSettings: strict),
        // What this program and its helpers (`gasworks-courier`, `gasworks-callback`) say to each other over pipes.
        .target(name: "HelperWire", swiftSettings: strict),
        .target(name: "NoticeGateways", dependencies: ["GasService", "HelperWire"], swiftSettings: strict),

        // The schema's only source, compiled into the binary.
        .target(
            name: "Schema", path: "sql", resources: [.embedInCode("migrations"), .embedInCode("routines")],
            swiftSettings: strict),

        // The product, layer by layer.
        .target(name: "Archive", dependencies: ["PostgresClient", "GasService", "Schema"], swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: ["Archive", "PostgresClient", "Routing", "GasService", "NoticeGateways", "HelperWire"],
            swiftSettings: strict),
        .target(
            name: "Presentation", dependencies: ["GasService"],
            resources: [.embedInCode("Routes/Map/Page"), .embedInCode("Notices/Texts")],
            swiftSettings: strict),
        .executableTarget(
            name: "gasworks",
            dependencies: [
                "Operations", "Presentation", "Archive", "Routing", "RoutingInstances", "GasService", "PostgresClient",
                "EmbeddedPostgres", "NoticeGateways", "HelperWire",
                argumentParser, logging,
            ],
            swiftSettings: strict),

        // Speaks HTTP for `notice deliver`, apart from `gasworks`, so that no other command pays for Foundation's client.
        .executableTarget(
            name: "gasworks-courier", dependencies: ["NoticeGateways", "HelperWire"], swiftSettings: strict),

        // Synthetic cities and what deploy/bench measures; its user is who works on Gasworks.
        .executableTarget(
            name: "gasworks-bench",
            dependencies: [
                "Operations", "Presentation", "Archive", "Routing", "RoutingInstances", "GasService", "PostgresClient",
                "EmbeddedPostgres", "LoopbackGateway", argumentParser,
            ],
            swiftSettings: strict),

        // Tests mirror the sources; `PostgresTesting` gives them a real server of their own.
        .target(
            name: "PostgresTesting", dependencies: ["EmbeddedPostgres", "PostgresClient", "Archive"],
            path: "Tests/PostgresTesting",
            swiftSettings: strict),
        .testTarget(
            name: "PostgresClientTests", dependencies: ["PostgresClient", "PostgresTesting", "EmbeddedPostgres"],
            swiftSettings: strict),
        .testTarget(
            name: "EmbeddedPostgresTests", dependencies: ["EmbeddedPostgres", "PostgresTesting"], swiftSettings: strict),
        .target(
            name: "RoutingValidation", dependencies: ["Routing"], path: "Tests/RoutingValidation",
            swiftSettings: strict),
        .testTarget(
            name: "RoutingTests", dependencies: ["Routing", "RoutingInstances", "RoutingValidation"],
            swiftSettings: strict),
        .testTarget(name: "GasServiceTests", dependencies: ["GasService"], swiftSettings: strict),
        .target(name: "ProgramTesting", path: "Tests/ProgramTesting", swiftSettings: strict),
        .target(name: "LoopbackGateway", path: "Tests/LoopbackGateway", swiftSettings: strict),
        .testTarget(
            name: "NoticeGatewaysTests",
            dependencies: [
                "NoticeGateways", "HelperWire", "GasService", "LoopbackGateway", "ProgramTesting", "gasworks-courier",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "Schema", "PostgresClient", "GasService", "EmbeddedPostgres", "PostgresTesting",
                "Presentation", "CrashHarness",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Archive", "GasService", "PostgresClient", "EmbeddedPostgres", "PostgresTesting",
                "Routing", "RoutingValidation", "NoticeGateways",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PresentationTests", dependencies: ["Presentation", "GasService", "NoticeGateways"],
            swiftSettings: strict),
        .target(
            name: "CrashHarness", dependencies: ["PostgresTesting", "ProgramTesting", "EmbeddedPostgres"],
            path: "Tests/CrashHarness", swiftSettings: strict),
        .executableTarget(
            name: "CrashClient", dependencies: ["CrashHarness", "Operations", "Archive", "GasService"],
            path: "Tests/CrashClient", swiftSettings: strict),
        .testTarget(
            name: "CrashTests",
            dependencies: [
                "CrashHarness", "CrashClient", "LoopbackGateway", "gasworks", "gasworks-courier", "Archive",
                "PostgresClient", "EmbeddedPostgres", "PostgresTesting", "ProgramTesting",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "gasworks", "gasworks-bench", "GasService", "EmbeddedPostgres", "PostgresTesting", "ProgramTesting",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

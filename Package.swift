// swift-tools-version: 6.2
import PackageDescription

/// Settings of every module of ours: Swift 6 mode, the upcoming features that build cleanly on 6.3, warnings are errors.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]
/// For modules that call no C: the compiler refuses unsafe memory in them.
let pure = settings + [.strictMemorySafety()]

/// For the modules that read the rules and score by them: optimised in debug builds too. The tests start the program hundreds of
/// times, and each start reads all rules.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "pantau",
    products: [.executable(name: "pantau", targets: ["pantau"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Pure: values in, values out. No clock, network, disk, environment or random source.
        .target(name: "Model", swiftSettings: pure),
        .target(name: "Text", dependencies: ["Model"], swiftSettings: pure + optimised),
        .target(name: "Settings", dependencies: ["Model", "Text"], swiftSettings: pure),
        .target(name: "Sources", dependencies: ["Model", "Reading", "Text"], swiftSettings: pure),
        .target(name: "Reading", dependencies: ["Model", "Text"], swiftSettings: pure),
        .target(name: "Scoring", dependencies: ["Model", "Text"], swiftSettings: pure + optimised),
        .target(name: "Identifying", dependencies: ["Model", "Text"], swiftSettings: pure + optimised),
        .target(name: "Scheduling", dependencies: ["Model"], swiftSettings: pure),

        // Edges: C libraries, files, the terminal.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "Hashing", dependencies: ["CSodium"], swiftSettings: settings),
        .target(name: "Inflating", dependencies: ["CDeflate"], swiftSettings: settings),
        .target(name: "Locking", swiftSettings: settings),
        .target(name: "Sealing", dependencies: ["Text"], swiftSettings: settings),
        .target(
            name: "Archiving", dependencies: ["CDeflate", "Hashing", "Locking", "Model"], swiftSettings: settings),
        .target(name: "Documents", dependencies: ["Text", yams], swiftSettings: settings + optimised),
        .target(
            name: "Fetching", dependencies: ["CBrotli", "CCurl", "Inflating", "Locking", "Model", "Reading"],
            swiftSettings: settings),
        .target(
            name: "Storing", dependencies: ["CSQLite", "Hashing", "Identifying", "Locking", "Model", "Text"],
            swiftSettings: settings),
        .target(
            name: "Crawling",
            dependencies: [
                "Archiving", "Fetching", "Hashing", "Identifying", "Inflating", "Locking", "Model", "Reading",
                "Scheduling", "Scoring", "Storing", "Text",
            ], swiftSettings: settings),
        .target(
            name: "Reviewing", dependencies: ["Hashing", "Identifying", "Model", "Storing", "Text"],
            swiftSettings: settings),
        .target(
            name: "Referring",
            dependencies: ["Fetching", "Hashing", "Model", "Reading", "Reviewing", "Sealing", "Storing", "Text"],
            swiftSettings: settings),
        .target(name: "Terminal", dependencies: ["Locking", "Model", "Text"], swiftSettings: settings),

        // The files of Feeds/ and Lexicons/ as string literals, so that one binary is enough.
        .executableTarget(name: "embed-files", swiftSettings: settings),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
        .target(name: "Bundled", swiftSettings: pure, plugins: ["EmbedFiles"]),

        .executableTarget(
            name: "pantau",
            dependencies: [
                "Archiving", "Bundled", "Crawling", "Documents", "Fetching", "Hashing", "Identifying", "Inflating",
                "Model", "Reading", "Referring", "Reviewing", "Scheduling", "Scoring", "Sealing", "Settings", "Sources",
                "Storing", "Terminal", "Text", arguments,
            ], swiftSettings: settings),

        // What tests and the demo share: a web server of our own, and a newsroom behind it.
        .target(
            name: "LoopbackServer", dependencies: ["Locking"], path: "Tests/Support/LoopbackServer",
            swiftSettings: settings),
        .target(
            name: "ChildProcess", dependencies: ["Locking"], path: "Tests/Support/ChildProcess", swiftSettings: settings
        ),
        .target(
            name: "Newsroom", dependencies: ["Documents", "Locking", "LoopbackServer", "Model", "Text"],
            path: "Tests/Support/Newsroom", exclude: ["README.md"], resources: [.copy("Articles")],
            swiftSettings: settings),
        .target(
            name: "StoringSamples", dependencies: ["Model", "Storing", "Text"], path: "Tests/Support/StoringSamples",
            swiftSettings: settings),
        .target(
            name: "Soak",
            dependencies: [
                "Bundled", "Crawling", "Documents", "Fetching", "Hashing", "Identifying", "Locking", "LoopbackServer",
                "Model", "Scoring", "Storing", "Text",
            ], path: "Tests/Support/Soak", swiftSettings: settings),
        .executableTarget(
            name: "soak-run", dependencies: ["Model", "Soak", arguments], path: "Tests/Support/soak-run",
            swiftSettings: settings),
        .executableTarget(
            name: "referral-run",
            dependencies: [
                "ChildProcess", "LoopbackServer", "Locking", "Model", "Reviewing", "Storing", "StoringSamples", "Text",
                arguments,
            ], path: "Tests/Support/referral-run", swiftSettings: settings),
        .executableTarget(
            name: "newsroom-server", dependencies: ["Model", "Newsroom", "Text", arguments],
            path: "Tests/Support/newsroom-server", swiftSettings: settings),
        .executableTarget(
            name: "fetch-bench", dependencies: ["Fetching", "Model", "Reading", arguments],
            path: "Tests/Support/fetch-bench",
            swiftSettings: settings),
        .executableTarget(
            name: "match-bench", dependencies: ["Scoring", "Text"], path: "Tests/Support/match-bench",
            swiftSettings: settings),

        .testTarget(
            name: "ArchivingTests",
            dependencies: ["Archiving", "Hashing", "Locking", "Model", "StoringSamples"],
            swiftSettings: settings),
        .testTarget(
            name: "FetchingTests",
            dependencies: ["CDeflate", "ChildProcess", "Fetching", "LoopbackServer", "Model", "Reading"],
            swiftSettings: settings),
        .testTarget(
            name: "IdentifyingTests",
            dependencies: ["Bundled", "Documents", "Identifying", "Model", "Text"],
            swiftSettings: settings),
        .testTarget(
            name: "CrawlingTests",
            dependencies: [
                "Archiving", "Bundled", "CDeflate", "Crawling", "Documents", "Fetching", "Hashing", "Identifying",
                "Locking", "LoopbackServer", "Model", "Reading", "Scheduling", "Scoring", "Soak", "Storing",
                "StoringSamples", "Text",
            ],
            swiftSettings: settings),
        .testTarget(name: "InflatingTests", dependencies: ["CDeflate", "Inflating"], swiftSettings: settings),
        .testTarget(name: "LoopbackServerTests", dependencies: ["LoopbackServer"], swiftSettings: settings),
        .testTarget(
            name: "NewsroomTests",
            dependencies: ["Documents", "LoopbackServer", "Model", "Newsroom", "Sources", "Text"],
            swiftSettings: settings),
        .testTarget(
            name: "PantauTests",
            dependencies: [
                "ChildProcess", "Crawling", "CSQLite", "Documents", "Locking", "LoopbackServer", "Model", "Newsroom",
                "pantau", "Reviewing", "Scheduling", "Settings", "Storing", "StoringSamples", "Terminal", "Text",
                arguments,
            ],
            exclude: ["Golden"],
            swiftSettings: settings),
        .testTarget(
            name: "ReadingTests", dependencies: ["Model", "Reading", "Text"], exclude: ["Pages/Fixtures"],
            resources: [.copy("Feeds/Fixtures")],
            swiftSettings: settings),
        .testTarget(
            name: "ReferringTests",
            dependencies: [
                "Bundled", "ChildProcess", "CSQLite", "Documents", "Fetching", "Hashing", "Model", "Referring",
                "Reviewing", "Storing", "Text",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReviewingTests",
            dependencies: ["Hashing", "Model", "Reviewing", "Storing", "StoringSamples", "Text"],
            swiftSettings: settings),
        .testTarget(name: "SchedulingTests", dependencies: ["Model", "Scheduling"], swiftSettings: settings),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["Bundled", "Documents", "Hashing", "Model", "Scoring", "Text"],
            resources: [.copy("InventedTexts")],
            swiftSettings: settings),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Documents", "Model", "Settings", "Text"],
            swiftSettings: settings),
        .testTarget(
            name: "SourcesTests",
            dependencies: ["Bundled", "Documents", "Model", "Sources", "Text"],
            swiftSettings: settings),
        .testTarget(
            name: "StoringTests",
            dependencies: ["CSQLite", "Hashing", "Locking", "Model", "Storing", "StoringSamples", "Text"],
            swiftSettings: settings),
        .testTarget(name: "TerminalTests", dependencies: ["Model", "Terminal"], swiftSettings: settings),
        .testTarget(name: "TextTests", dependencies: ["Model", "Text"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

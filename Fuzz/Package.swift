// swift-tools-version: 6.2
import PackageDescription

// A package of its own: what libFuzzer needs (instrumented modules, a foreign `main`) must not touch the main build. The
// modules are the project's, by symbolic link.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
]

let package = Package(
    name: "fuzz",
    targets: [
        .target(name: "Model", swiftSettings: settings),
        .target(name: "Text", dependencies: ["Model"], swiftSettings: settings),
        .target(name: "Reading", dependencies: ["Model", "Text"], swiftSettings: settings),
        .target(name: "Identifying", dependencies: ["Model", "Text"], swiftSettings: settings),
        .executableTarget(
            name: "fuzz", dependencies: ["Identifying", "Model", "Reading", "Text"], swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ],
    swiftLanguageModes: [.v6]
)

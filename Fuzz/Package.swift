// swift-tools-version: 6.2
import PackageDescription

/// Entry points for libFuzzer, built by `scripts/fuzz` alone: every module needs its instrumentation.
let package = Package(
    name: "strata-fuzz",
    dependencies: [.package(name: "strata", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                .product(name: "StrataModel", package: "strata"),
                .product(name: "StrataBuiltIn", package: "strata"),
                .product(name: "StrataClassify", package: "strata"),
                .product(name: "StrataImport", package: "strata"),
            ],
            // The modules are told to count what is reached by scripts/fuzz.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    ],
    swiftLanguageModes: [.v6]
)

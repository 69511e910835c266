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
            ])
    ],
    swiftLanguageModes: [.v6]
)

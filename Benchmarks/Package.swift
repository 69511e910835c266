// swift-tools-version: 6.2
import PackageDescription

/// What is measured inside one process; whole commands are measured by the scripts beside this file.
let package = Package(
    name: "strata-benchmarks",
    dependencies: [.package(name: "strata", path: "..")],
    targets: [
        .executableTarget(
            name: "reading-bench",
            dependencies: [
                .product(name: "StrataModel", package: "strata"),
                .product(name: "StrataBuiltIn", package: "strata"),
                .product(name: "StrataCatalogue", package: "strata"),
                .product(name: "StrataClassify", package: "strata"),
                .product(name: "StrataImport", package: "strata"),
            ]),
        .executableTarget(
            name: "duplicates-bench", dependencies: [.product(name: "StrataClassify", package: "strata")]),
    ],
    swiftLanguageModes: [.v6]
)

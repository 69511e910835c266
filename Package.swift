// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is built with: no warnings, and an import reaches no further than its file says.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours and the modules it may import: DESIGN's "who knows whom", held by the compiler.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// - parameter cases: a folder of data that the tests read, and that nothing is built of.
func tests(_ name: String, _ dependencies: [Target.Dependency], cases: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "StrataTestSupport"] + dependencies, exclude: cases,
        swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "strata",
    products: [
        .executable(name: "strata", targets: ["strata"]),
        .library(name: "StrataModel", targets: ["StrataModel"]),
        .library(name: "StrataClassify", targets: ["StrataClassify"]),
        .library(name: "StrataCatalogue", targets: ["StrataCatalogue"]),
        .library(name: "StrataLearn", targets: ["StrataLearn"]),
        .library(name: "StrataBuiltIn", targets: ["StrataBuiltIn"]),
        .library(name: "StrataStorage", targets: ["StrataStorage"]),
        .library(name: "StrataQuery", targets: ["StrataQuery"]),
        .library(name: "StrataImport", targets: ["StrataImport"]),
        .library(name: "StrataReport", targets: ["StrataReport"]),
        .library(name: "StrataAdvice", targets: ["StrataAdvice"]),
    ],
    dependencies: [
        // The command line: parsing, help, completion scripts, "did you mean".
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // SQLite with migrations, checked statements and errors that leak no values.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // YAML files and Markdown front matter: a grammar nobody should write again.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        // HTML templates, every value escaped.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .executableTarget(name: "strata", dependencies: ["StrataCLI"], swiftSettings: strict),
        module("StrataModel", []),
        module("StrataClassify", ["StrataModel"]),
        // Migrations/ and Seeds/ as bytes, by C23's #embed (Swift's clang knows it in its gnu2x mode).
        .target(name: "CStrataAssets"),
        module("StrataCatalogue", ["StrataModel", "CStrataAssets"]),
        // The seeds compiled for the classifier while the package is built: opened, not made, at each start.
        .executableTarget(
            name: "compile-catalogue", dependencies: ["StrataCatalogue", "StrataClassify"], swiftSettings: strict),
        .plugin(name: "CompileCatalogue", capability: .buildTool(), dependencies: ["compile-catalogue"]),
        .target(
            name: "StrataBuiltIn", dependencies: ["StrataClassify", "StrataCatalogue"], swiftSettings: strict,
            plugins: ["CompileCatalogue"]),
        // Learning weights from labelled JDs, and measuring verdicts against them.
        module("StrataLearn", ["StrataModel", "StrataClassify"]),
        module("StrataStorage", ["StrataModel", "StrataCatalogue", grdb, sqlite]),
        module("StrataQuery", ["StrataModel", "StrataStorage", grdb]),
        // gzip: Debian's zlib, which everything that unpacks it uses; its source is not for us to carry.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // fork and exec with limits and a death that follows ours: what Swift cannot do safely between the two.
        .target(name: "CProgram"),
        module(
            "StrataImport",
            ["StrataModel", "StrataClassify", "StrataCatalogue", "StrataStorage", "CZlib", "CProgram", yams]),
        module("StrataReport", ["StrataModel", mustache]),
        // RACI, diagnosis, hiring plan, candidate, interview: rules over words, and the market's figures from Query.
        module(
            "StrataAdvice", ["StrataModel", "StrataClassify", "StrataCatalogue", "StrataStorage", "StrataQuery"]),
        // Attributes of files: a part of the C library that Swift's overlay of it leaves out.
        .systemLibrary(name: "CXattr"),
        module(
            "StrataCLI",
            [
                "StrataModel", "StrataClassify", "StrataCatalogue", "StrataBuiltIn", "StrataStorage", "StrataQuery",
                "StrataImport", "StrataReport", "StrataAdvice", "StrataLearn", "CXattr", argumentParser,
            ]),
        .target(name: "StrataTestSupport", path: "Tests/StrataTestSupport", swiftSettings: strict),
        tests("StrataModel", []),
        tests("StrataClassify", ["StrataModel"]),
        tests("StrataCatalogue", ["StrataModel"]),
        // What the shipped catalogue and weights make of JDs: one case a lesson.
        tests("StrataBuiltIn", ["StrataModel", "StrataClassify"]),
        tests("StrataLearn", ["StrataModel", "StrataClassify"]),
        tests("StrataStorage", ["StrataModel", "StrataCatalogue", grdb]),
        tests("StrataQuery", ["StrataModel", "StrataStorage", "StrataCatalogue", grdb]),
        tests("StrataImport", ["StrataModel", "StrataStorage", "StrataClassify", "StrataCatalogue", grdb]),
        tests("StrataReport", ["StrataModel"]),
        tests(
            "StrataAdvice",
            ["StrataModel", "StrataClassify", "StrataCatalogue", "StrataBuiltIn", "StrataQuery", "StrataImport"],
            cases: ["Cases"]),
        tests(
            "StrataCLI",
            [
                "StrataModel", "StrataCatalogue", "StrataClassify", "StrataBuiltIn", "StrataLearn", "StrataStorage",
                "StrataAdvice", grdb,
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)

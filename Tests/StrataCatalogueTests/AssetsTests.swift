import Foundation
import StrataCatalogue
import StrataTestSupport
import Testing

@Suite struct AssetsTests {
    @Test func theBinaryCarriesEveryFileOfMigrationsAndSeedsByteForByte() throws {
        var onDisk: [String: Data] = [:]
        for folder in ["Migrations", "Seeds"] {
            let root = Machine.project.appendingPathComponent(folder)
            let files = try #require(FileManager.default.enumerator(atPath: root.path))
            for case let name as String in files {
                let url = root.appendingPathComponent(name)
                let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
                let last = url.lastPathComponent
                if isFile, last != "README.md", !last.hasPrefix(".") {
                    onDisk["\(folder)/\(name)"] = try Data(contentsOf: url)
                }
            }
        }
        #expect(Assets.paths == onDisk.keys.sorted(), "run scripts/embed-assets")
        for (path, data) in onDisk {
            #expect(Assets.bytes(of: path).map { Data($0) } == data, "\(path) differs: build again")
        }
    }

    @Test func aFileThatIsNotThereIsNil() {
        #expect(Assets.text(of: "Seeds/no-such-file") == nil)
    }
}

internal import StrataCatalogue
internal import StrataImport

/// The sample JDs that the binary carries.
enum SampleJDs {
    /// Each file as an input of its own.
    static var inputs: [Input] {
        Assets.paths.filter { $0.hasPrefix("Seeds/samples/") }.compactMap { path in
            Assets.bytes(of: path).map { .memory(name: path, bytes: $0) }
        }
    }
}

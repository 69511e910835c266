internal import Foundation

/// The inputs that fuzzing has kept, in `Fuzz/corpus`: those that reach much, and those that once broke something.
public enum FuzzCorpus {
    /// The inputs of a target of `scripts/fuzz`, by file name.
    public static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = Machine.project.appendingPathComponent("Fuzz/corpus/\(target)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            ("\(target)/\(name)", Array(try Data(contentsOf: folder.appendingPathComponent(name))))
        }
    }
}

internal import CStrataAssets

/// The files of `Migrations/` and `Seeds/` that the binary carries.
public enum Assets {
    /// Their paths from the top of the project, sorted.
    public static var paths: [String] {
        (0..<Int(strata_asset_count())).map { String(cString: asset($0).path) }
    }

    /// The bytes of one file where they lie in the binary, for as long as it runs; none when it carries none of that path.
    static func contents(of path: String) -> UnsafeBufferPointer<UInt8> {
        guard let found = find(path) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: found.bytes, count: found.size)
    }

    /// The bytes of one file; nil when the binary carries none of that path.
    public static func bytes(of path: String) -> [UInt8]? {
        guard let found = find(path) else { return nil }
        return Array(UnsafeBufferPointer(start: found.bytes, count: found.size))
    }

    /// The text of one file; nil when the binary carries none of that path.
    public static func text(of path: String) -> String? {
        guard let found = find(path) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: found.bytes, count: found.size), as: UTF8.self)
    }

    private static func find(_ path: String) -> strata_asset? {
        (0..<Int(strata_asset_count())).lazy.map(asset).first { String(cString: $0.path) == path }
    }

    private static func asset(_ index: Int) -> strata_asset { strata_asset_at(Int32(index)).pointee }
}

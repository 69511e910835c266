internal import StrataCatalogue

extension Store {
    /// The schema that this binary writes: how many migrations there are.
    public static var schemaVersion: Int { Migrations.latest }

    /// The catalogue that this binary carries.
    public static var catalogueVersion: Int { Seeds.version }
}

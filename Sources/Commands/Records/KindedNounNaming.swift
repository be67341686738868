/// A type of record that has kinds, such as boxes and crates.
protocol KindedNounNaming: RecordNounNaming {
    /// A kind for the help text.
    static var kindExample: String { get }
}

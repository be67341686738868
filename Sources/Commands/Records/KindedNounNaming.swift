/// A sort of thing that has kinds, such as boxes and crates.
protocol KindedNounNaming: RecordNounNaming {
    /// A kind for the help.
    static var kindExample: String { get }
}

/// A type of entity that has kinds, such as boxes and crates.
protocol KindedNounNaming: EntityNounNaming {
    /// A kind for the help text.
    static var kindExample: String { get }
}

/// A type of entity, as the type parameter of commands that all types share.
protocol EntityNounNaming: Sendable {
    static var noun: EntityNoun { get }
    static var plural: String { get }
    /// A barcode for the examples.
    static var example: String { get }
}

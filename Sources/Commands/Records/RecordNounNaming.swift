/// A type of record, as the type parameter of commands that all types share.
protocol RecordNounNaming: Sendable {
    static var noun: RecordNoun { get }
    static var plural: String { get }
    /// A barcode for the examples.
    static var example: String { get }
}

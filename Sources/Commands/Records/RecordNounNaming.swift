import DaemonClient

/// A sort of thing as the type parameter of the commands that all sorts share.
protocol RecordNounNaming: Sendable {
    static var noun: RecordNoun { get }
    static var plural: String { get }
    /// A barcode for the examples.
    static var example: String { get }
}

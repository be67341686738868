/// A result with a JSON form.
protocol Documented: Sendable {
    associatedtype Document: Encodable & Sendable

    var document: Document { get }
}

extension Documented where Self: Encodable {
    var document: Self { self }
}

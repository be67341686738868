/// What a change does to one field.
public enum Edit<Value: Sendable & Hashable>: Sendable, Hashable {
    /// It stays as it is.
    case kept
    /// It has no value any more.
    case cleared
    case set(Value)

    /// The field after the change.
    public func applied(to value: Value?) -> Value? {
        switch self {
        case .kept: value
        case .cleared: nil
        case .set(let new): new
        }
    }
}

extension Edit {
    /// The same edit of another value.
    public func map<Other, Failure>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> Edit<Other> {
        switch self {
        case .kept: .kept
        case .cleared: .cleared
        case .set(let value): .set(try transform(value))
        }
    }
}

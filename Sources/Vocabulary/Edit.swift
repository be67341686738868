/// The change of one field.
public enum Edit<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value is unchanged.
    case kept
    /// The value is removed.
    case cleared
    case set(Value)

    /// Returns the value of the field after the change.
    public func applied(to value: Value?) -> Value? {
        switch self {
        case .kept: value
        case .cleared: nil
        case .set(let new): new
        }
    }
}

extension Edit {
    /// Returns the edit with its value, if any, transformed.
    public func map<Other, Failure>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> Edit<Other> {
        switch self {
        case .kept: .kept
        case .cleared: .cleared
        case .set(let value): .set(try transform(value))
        }
    }
}

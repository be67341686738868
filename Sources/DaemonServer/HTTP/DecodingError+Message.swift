import Localization

extension DecodingError {
    /// The error in a JSON request, with the name of the member.
    var message: Message {
        switch self {
        case .keyNotFound(let key, _): Message("\(key.stringValue, "member") is missing")
        case .typeMismatch(_, let context):
            context.codingPath.isEmpty
                ? Message("the request has the wrong type")
                : Message("\(Self.name(context), "member") has the wrong type")
        case .valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? Message("the request is null") : Message("\(Self.name(context), "member") is null")
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? Message("it is not JSON") : Message("\(Self.name(context), "member") cannot be read")
        @unknown default: Message("it is not what this path takes")
        }
    }

    private static func name(_ context: Context) -> String {
        context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}

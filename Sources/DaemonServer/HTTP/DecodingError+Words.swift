extension DecodingError {
    /// A description of the error in a JSON request that names the member.
    var inWords: String {
        switch self {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context): "\(Self.name(context)) has the wrong type"
        case .valueNotFound(_, let context): "\(Self.name(context)) is null"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it is not JSON" : "\(Self.name(context)) cannot be read"
        @unknown default: "it is not what this path takes"
        }
    }

    private static func name(_ context: Context) -> String {
        let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return path.isEmpty ? "the request" : path.joined(separator: ".")
    }
}

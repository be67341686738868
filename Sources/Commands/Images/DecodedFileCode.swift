import Wire

/// A code in an image file: the daemon's members, and `type` and `data` as in zbarimg.
struct DecodedFileCode: Sendable, Hashable, Encodable {
    let code: CodeResource

    private enum CodingKeys: String, CodingKey {
        case type
        case data
    }

    func encode(to encoder: any Encoder) throws {
        try code.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code.symbology, forKey: .type)
        try container.encode(code.text, forKey: .data)
    }
}

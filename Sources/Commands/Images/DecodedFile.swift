import Terminal
import Wire

/// The codes in one image file, or the reason why it cannot be decoded.
struct DecodedFile: Presentable, Encodable {
    let path: String
    /// The response; nil if the file cannot be decoded.
    let response: DecodeResponse?
    let error: String?

    var lines: [StyledText] {
        (response?.codes ?? []).map {
            let isSeveral = (response?.pages.count ?? 1) > 1
            let place = isSeveral ? "\(path) page \($0.page)  " : "\(path)  "
            return StyledText(place, .faint) + StyledText("\($0.symbology)  ") + StyledText($0.text)
        }
    }

    var identifiers: [String] { (response?.codes ?? []).map(\.text) }

    private enum CodingKeys: String, CodingKey {
        case path
        case width
        case height
        case codes
        case pages
        case isComplete = "complete"
        case milliseconds = "ms"
        case loadingMilliseconds = "load_ms"
        case error
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .path)
        try container.encode(response?.width, forKey: .width)
        try container.encode(response?.height, forKey: .height)
        try container.encode((response?.codes ?? []).map(DecodedFileCode.init), forKey: .codes)
        try container.encode(response?.pages ?? [], forKey: .pages)
        try container.encode(response?.isComplete ?? false, forKey: .isComplete)
        try container.encode(response?.milliseconds, forKey: .milliseconds)
        try container.encode(response?.loadingMilliseconds, forKey: .loadingMilliseconds)
        try container.encode(error, forKey: .error)
    }
}

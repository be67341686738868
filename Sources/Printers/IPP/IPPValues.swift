import CCups
import Labels

/// The values of an IPP attribute, copied from the message.
enum IPPValues: Sendable, Hashable {
    case integers([Int])
    case booleans([Bool])
    case strings([String])
    /// Resolutions in dots per inch, across and along the feed.
    case resolutions([[Int]])
    /// Collections that describe media (PWG 5100.7, `media-col`), by their PWG names.
    case media([String])
    /// Other collections, dates and unused types.
    case other
    /// The attribute exists but has no value.
    case nothing

    /// More values than any printer sends; limits the memory that a faulty server can consume.
    private static let most: Int32 = 1_000

    init(_ attribute: OpaquePointer) {
        let elements = 0..<min(ippGetCount(attribute), Self.most)
        switch ippGetValueTag(attribute) {
        case IPP_TAG_INTEGER, IPP_TAG_ENUM:
            self = .integers(elements.map { Int(ippGetInteger(attribute, $0)) })
        case IPP_TAG_BOOLEAN:
            self = .booleans(elements.map { ippGetBoolean(attribute, $0) != 0 })
        case IPP_TAG_RESOLUTION:
            self = .resolutions(elements.map { Self.resolution(attribute, $0) })
        case IPP_TAG_TEXT, IPP_TAG_NAME, IPP_TAG_KEYWORD, IPP_TAG_URI, IPP_TAG_TEXTLANG, IPP_TAG_NAMELANG,
            IPP_TAG_MIMETYPE:
            self = .strings(elements.map { ippGetString(attribute, $0, nil).map { String(cString: $0) } ?? "" })
        case IPP_TAG_BEGIN_COLLECTION:
            let names = elements.compactMap { ippGetCollection(attribute, $0).flatMap(MediaName.name(ofCollection:)) }
            self = names.isEmpty ? .other : .media(names)
        case IPP_TAG_NOVALUE, IPP_TAG_UNKNOWN:
            self = .nothing
        default:
            self = .other
        }
    }

    var integer: Int? {
        if case .integers(let values) = self { values.first } else { nil }
    }

    var boolean: Bool? {
        if case .booleans(let values) = self { values.first } else { nil }
    }

    var strings: [String] {
        if case .strings(let values) = self { values } else { [] }
    }

    /// The names of media, from either kind of attribute.
    var mediaNames: [String] {
        if case .media(let names) = self { names } else { strings }
    }

    var printResolutions: [PrintResolution] {
        guard case .resolutions(let values) = self else { return [] }
        return values.compactMap { value in
            guard let across = value.first, let along = value.last else { return nil }
            return PrintResolution(across: across, along: along)
        }
    }

    /// Returns the combined values of an attribute that a printer sends twice.
    func merged(with later: IPPValues) -> IPPValues {
        if case .strings(let first) = self, case .strings(let second) = later { return .strings(first + second) }
        return later
    }

    private static func resolution(_ attribute: OpaquePointer, _ element: Int32) -> [Int] {
        var along: Int32 = 0
        var units = IPP_RES_PER_INCH
        let across = ippGetResolution(attribute, element, &along, &units)
        guard units == IPP_RES_PER_CM else { return [Int(across), Int(along)] }
        return [across, along].map { Int((Double($0) * 2.54).rounded()) }
    }
}

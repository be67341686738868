/// The stable word in a problem document that programs may act on.
///
/// The set is open: a newer daemon may send a word that this version does not know.
public struct ProblemKind: Sendable, Hashable, RawRepresentable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public var description: String { rawValue }

    /// The barcode, or the path, names nothing.
    public static let notFound = ProblemKind(rawValue: "not-found")
    /// The request is not what the path takes.
    public static let invalidRequest = ProblemKind(rawValue: "invalid-request")
    /// A field of the request is not a barcode.
    public static let invalidBarcode = ProblemKind(rawValue: "invalid-barcode")
    /// Somebody else's number, or a key that stands for another request.
    public static let conflict = ProblemKind(rawValue: "conflict")
    /// The caller may not do this.
    public static let notPermitted = ProblemKind(rawValue: "not-permitted")
    /// Too much waits already; try again in a moment.
    public static let busy = ProblemKind(rawValue: "busy")
    /// The log cannot be written; what was acknowledged is safe.
    public static let degraded = ProblemKind(rawValue: "degraded")
    /// Things lie, or would lie, too deep in one another.
    public static let nestedTooDeep = ProblemKind(rawValue: "nested-too-deep")
    /// The file is not a backup, or does not fit together.
    public static let unsoundBackup = ProblemKind(rawValue: "unsound-backup")
    /// The request has more bytes than it may have.
    public static let tooLarge = ProblemKind(rawValue: "too-large")
    /// The image cannot be decoded.
    public static let undecodableImage = ProblemKind(rawValue: "undecodable-image")
    /// A file of readings cannot be understood.
    public static let invalidFile = ProblemKind(rawValue: "invalid-file")
    /// There is no such label template, or it is wrong.
    public static let labelTemplate = ProblemKind(rawValue: "label-template")
    /// Labels may have come out or not: a clerk looks and decides.
    public static let labelsInDoubt = ProblemKind(rawValue: "labels-in-doubt")
    /// The daemon is ending.
    public static let ending = ProblemKind(rawValue: "ending")
    /// The guns cannot be looked at now.
    public static let scanners = ProblemKind(rawValue: "scanners")
    /// The daemon failed in a way that is its own fault.
    public static let internalError = ProblemKind(rawValue: "internal")
}

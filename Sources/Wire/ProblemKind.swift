/// The stable word of a problem document, on which programs may act.
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

    /// The barcode or the path is unknown.
    public static let notFound = ProblemKind(rawValue: "not-found")
    /// The request is not valid for the path.
    public static let invalidRequest = ProblemKind(rawValue: "invalid-request")
    /// A field of the request is not a barcode.
    public static let invalidBarcode = ProblemKind(rawValue: "invalid-barcode")
    /// The barcode belongs to another record, or the key to another request.
    public static let conflict = ProblemKind(rawValue: "conflict")
    /// The caller is not permitted to do this.
    public static let notPermitted = ProblemKind(rawValue: "not-permitted")
    /// Too many requests are waiting; retry in a moment.
    public static let busy = ProblemKind(rawValue: "busy")
    /// The log cannot be written.
    ///
    /// Acknowledged writes are safe.
    public static let degraded = ProblemKind(rawValue: "degraded")
    /// The nesting of containers or locations is, or would become, too deep.
    public static let nestedTooDeep = ProblemKind(rawValue: "nested-too-deep")
    /// The file is not a backup or is inconsistent.
    public static let unsoundBackup = ProblemKind(rawValue: "unsound-backup")
    /// The request is too large.
    public static let tooLarge = ProblemKind(rawValue: "too-large")
    /// The image cannot be decoded.
    public static let undecodableImage = ProblemKind(rawValue: "undecodable-image")
    /// The file of readings cannot be parsed.
    public static let invalidFile = ProblemKind(rawValue: "invalid-file")
    /// The label template does not exist or is invalid.
    public static let labelTemplate = ProblemKind(rawValue: "label-template")
    /// Labels may or may not have been printed: a clerk must check and decide.
    public static let labelsInDoubt = ProblemKind(rawValue: "labels-in-doubt")
    /// The daemon is shutting down.
    public static let ending = ProblemKind(rawValue: "ending")
    /// The scanners are not available now.
    public static let scanners = ProblemKind(rawValue: "scanners")
    /// The daemon failed because of an internal error.
    public static let internalError = ProblemKind(rawValue: "internal")
}

/// A raw input of a scanner, or the result of one.
public struct ScannerSignalResource: WireValue {
    /// `key`, `bytes`, `reading`, `rejection`, `events-dropped`, `attached`, `detached` or `overflowed`.
    public let kind: String
    /// The time: RFC 3339, UTC.
    public let at: String?
    /// The kernel's name for the key.
    public let key: String?
    /// `pressed`, `released` or `repeated`.
    public let action: String?
    /// The text that the key types, or that was read.
    public let text: String?
    /// The bytes received, as base64.
    public let bytes: String?
    /// The AIM identifier, such as `]C0`.
    public let symbology: String?
    /// How the end of the reading was recognised.
    public let ending: String?
    /// Why it was refused, or how much was lost.
    public let message: String?

    public init(
        kind: String,
        at: String?,
        key: String?,
        action: String?,
        text: String?,
        bytes: String?,
        symbology: String?,
        ending: String?,
        message: String?
    ) {
        self.kind = kind
        self.at = at
        self.key = key
        self.action = action
        self.text = text
        self.bytes = bytes
        self.symbology = symbology
        self.ending = ending
        self.message = message
    }
}

/// A problem that prevents labels from being printed.
public struct PrintTroubleResource: WireValue {
    /// A stable word, as in a problem document.
    public let kind: String
    /// A sentence that names the remedy.
    public let detail: String

    public init(
        kind: String,
        detail: String
    ) {
        self.kind = kind
        self.detail = detail
    }
}

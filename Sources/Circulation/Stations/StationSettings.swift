public import Barcodes

/// What is special about one station.
public struct StationSettings: Sendable, Hashable {
    /// The location where it stands, to which things are returned.
    public var location: Barcode?
    /// Whether a thing that is scanned alone is returned.
    public var returns: Bool
    /// Whether nothing is taken before a clerk signed in.
    public var needsSignIn: Bool

    public init(location: Barcode? = nil, returns: Bool = false, needsSignIn: Bool = false) {
        self.location = location
        self.returns = returns
        self.needsSignIn = needsSignIn
    }
}

public import Barcodes

/// What a control barcode tells a station to do; the serial number in the barcode says which.
public enum ControlCommand: Int, Sendable, Hashable, CaseIterable {
    /// The next container is put into the open place, even one that would be opened itself, like a cart.
    case put = 1
    /// The next container is opened: what follows goes into it.
    case into = 2
    /// The open place is closed.
    case end = 9

    /// The word for it in the database and in JSON.
    public var word: String {
        switch self {
        case .put: "put"
        case .into: "into"
        case .end: "end"
        }
    }

    public init?(word: String) {
        guard let command = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = command
    }

    /// The command of a control barcode; nil for other barcodes and for numbers without a command.
    ///
    /// Control barcodes are the same at every site.
    public init?(_ barcode: MintedBarcode) {
        guard barcode.prefix == .control, barcode.site == .standard else { return nil }
        self.init(rawValue: barcode.serial)
    }

    /// The barcode to print.
    public var barcode: MintedBarcode? { MintedBarcode(prefix: .control, site: .standard, serial: rawValue) }
}

/// The text of a barcode that names a thing: one that Outguide minted, or one that the thing already bore.
public struct Barcode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The most bytes a barcode may have.
    public static let longest = 256

    /// As printed; a minted barcode is always in upper case.
    public let text: String
    /// Its parts when Outguide minted it, nil when it is a foreign number.
    public let minted: MintedBarcode?

    public init(_ minted: MintedBarcode) {
        self.text = minted.text
        self.minted = minted
    }

    /// Checks `text` and takes it over.
    ///
    /// A text that was meant as a minted barcode must be a right one; any other printable text up to
    /// ``longest`` bytes, without white space at either end, is a foreign number.
    public init(parsing text: String) throws(BarcodeError) {
        if MintedBarcode.isAttempted(by: text) {
            do throws(MintedBarcodeError) {
                let minted = try MintedBarcode(parsing: text)
                self.text = minted.text
                self.minted = minted
                return
            } catch {
                throw .minted(text, error)
            }
        }
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= Self.longest else { throw .tooLong(text.utf8.count) }
        guard text.unicodeScalars.allSatisfy(Self.isPrintable) else { throw .unprintable }
        guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else { throw .surroundingSpace }
        self.text = text
        self.minted = nil
    }

    /// Checks a text that is entered or read now, more strictly than numbers that the log holds already.
    ///
    /// Invisible characters would make two numbers that look the same, and U+FFFD or U+FFFC stands for content that was
    /// lost on the way.
    public init(entered text: String) throws(BarcodeError) {
        let isLegible = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isDefaultIgnorableCodePoint && scalar.value != 0xFFFC && scalar.value != 0xFFFD
        }
        guard isLegible else { throw .unprintable }
        try self.init(parsing: text)
    }

    public var description: String { text }

    public static func < (left: Barcode, right: Barcode) -> Bool { left.text < right.text }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

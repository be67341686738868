/// The text of a barcode: one that Outguide minted, or a foreign one.
public struct Barcode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The maximum length of a barcode, in bytes.
    public static let longest = 256

    /// The text as printed; a minted barcode is always in upper case.
    public let text: String
    /// The parts of a minted barcode; nil for a foreign number.
    public let minted: MintedBarcode?

    public init(_ minted: MintedBarcode) {
        self.text = minted.text
        self.minted = minted
    }

    /// Parses `text`.
    ///
    /// A text that was meant as a minted barcode must be a valid one. Any other printable text of up to ``longest``
    /// bytes, without surrounding white space, is a foreign number.
    ///
    /// - Throws: ``BarcodeError`` if `text` is neither a valid minted barcode nor a possible foreign number.
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

    /// Checks a newly entered or read text, more strictly than numbers already in the log.
    ///
    /// Invisible characters would create different numbers that look alike, and U+FFFD or U+FFFC stands for content
    /// that was lost.
    ///
    /// - Throws: ``BarcodeError`` if ``init(parsing:)`` refuses `text`, or if it has such a character.
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

/// A barcode in the form that Outguide mints: two letters, nine digits, one check character.
///
/// The first two digits are the site. `BX000000042` plus its check character is container 42 of site 00.
public struct MintedBarcode: Sendable, Hashable, CustomStringConvertible {
    /// The number of characters in a minted barcode.
    public static let length = 12
    /// The highest serial number with seven digits.
    public static let highestSerial = 9_999_999

    public let prefix: BarcodePrefix
    public let site: SiteNumber
    /// The serial number, from 0 to ``highestSerial``.
    public let serial: Int

    /// Creates a minted barcode; nil if `serial` has more than seven digits.
    public init?(prefix: BarcodePrefix, site: SiteNumber, serial: Int) {
        guard (0...Self.highestSerial).contains(serial) else { return nil }
        self.prefix = prefix
        self.site = site
        self.serial = serial
    }

    /// Parses the printed form.
    ///
    /// Lower-case letters count as upper case, because a scanner with Caps Lock on sends them.
    ///
    /// - Throws: ``MintedBarcodeError`` for a wrong length, an unknown prefix, or a wrong digit or check character.
    public init(parsing text: some StringProtocol) throws(MintedBarcodeError) {
        let text = text.uppercased()
        guard text.utf8.count == Self.length, text.count == Self.length else { throw .length(text.count) }
        guard let prefix = BarcodePrefix(rawValue: String(text.prefix(2))) else {
            throw .prefix(String(text.prefix(2)))
        }
        let digits = text.dropFirst(2).dropLast()
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let site = SiteNumber(digits.prefix(2)),
            let serial = Int(digits.dropFirst(2))
        else { throw .digits(String(digits)) }
        guard CheckCharacter.verifies(text) else { throw .checkCharacter(String(text.suffix(1))) }
        self.prefix = prefix
        self.site = site
        self.serial = serial
    }

    /// The twelve characters as printed.
    public var text: String {
        let digits = String(serial)
        let payload = prefix.rawValue + site.description + String(repeating: "0", count: 7 - digits.count) + digits
        // The payload has only letters and digits, so the check character always exists.
        return payload + (CheckCharacter.compute(for: payload).map(String.init) ?? "")
    }

    public var description: String { text }

    /// Whether `text` was meant as a minted barcode: a known prefix, followed only by permitted characters.
    ///
    /// Such a text is validated as a minted barcode and never looked up as a foreign number, so that a reading with a
    /// lost or changed character cannot identify another entity.
    public static func isAttempted(by text: some StringProtocol) -> Bool { prefix(attemptedBy: text) != nil }

    /// Returns the prefix of `text` if it was meant as a minted barcode; otherwise nil.
    public static func prefix(attemptedBy text: some StringProtocol) -> BarcodePrefix? {
        let text = text.uppercased()
        guard let prefix = BarcodePrefix(rawValue: String(text.prefix(2))) else { return nil }
        let rest = text.utf8.dropFirst(2)
        guard (8...11).contains(rest.count), rest.dropLast().allSatisfy({ (48...57).contains($0) }) else { return nil }
        return prefix
    }
}

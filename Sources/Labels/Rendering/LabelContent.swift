public import Barcodes

/// What one label says: the barcode of its thing and the texts for the template's fields.
public struct LabelContent: Sendable, Hashable {
    /// Nil on what is no label of a thing, such as a checkpoint on paper.
    public let barcode: Barcode?
    /// Values by the field's name; `barcode` and `number` are always there and need not be given.
    public let fields: [String: String]

    public init(barcode: Barcode?, fields: [String: String] = [:]) {
        self.barcode = barcode
        self.fields = fields
    }

    /// The value of `field`, nil when there is none.
    func value(of field: String) -> String? {
        switch field {
        case FieldExpression.barcodeField: barcode?.text
        case FieldExpression.numberField: fields[field] ?? barcode.map(Self.number)
        default: fields[field]
        }
    }

    /// The serial number, without site and check character, or the digits of a foreign barcode.
    private static func number(of barcode: Barcode) -> String {
        guard let serial = barcode.minted?.serial else {
            return String(barcode.text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(Character.init))
        }
        let digits = String(serial)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}

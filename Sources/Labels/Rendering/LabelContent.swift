public import Barcodes

/// The content of one label: the barcode of its entity and the values of the template's fields.
public struct LabelContent: Sendable, Hashable {
    /// The barcode; nil for prints that are not labels of entities, such as a checkpoint on paper.
    public let barcode: Barcode?
    /// The values by field name.
    ///
    /// `barcode` and `number` are derived and need not be given.
    public let fields: [String: String]

    public init(barcode: Barcode?, fields: [String: String] = [:]) {
        self.barcode = barcode
        self.fields = fields
    }

    /// Returns the value of `field`; nil if there is none.
    func value(of field: String) -> String? {
        switch field {
        case FieldExpression.barcodeField: barcode?.text
        case FieldExpression.numberField: fields[field] ?? barcode.map(Self.number)
        default: fields[field]
        }
    }

    /// Returns the serial number, without site and check character, or the digits of a foreign barcode.
    private static func number(of barcode: Barcode) -> String {
        guard let serial = barcode.minted?.serial else {
            return String(barcode.text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(Character.init))
        }
        let digits = String(serial)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}

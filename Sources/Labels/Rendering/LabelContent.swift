public import Barcodes

/// What one label says: the barcode of its thing and the texts for the template's fields.
public struct LabelContent: Sendable, Hashable {
    /// Nil on what is no label of a thing, such as a checkpoint on paper.
    public let barcode: Barcode?
    /// Values by the field's name; `barcode` is always there and need not be given.
    public let fields: [String: String]

    public init(barcode: Barcode?, fields: [String: String] = [:]) {
        self.barcode = barcode
        self.fields = fields
    }

    /// The value of `field`, nil when there is none.
    func value(of field: String) -> String? {
        field == FieldExpression.barcodeField ? barcode?.text : fields[field]
    }
}

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

/// The surface on which labels are drawn: a page of a PDF or of dots.
///
/// All coordinates are dots of the page.
protocol LabelCanvas {
    /// Whether symbols are verified while they are drawn, because the finished page has no dots to examine.
    var needsReadingNow: Bool { get }
    /// Whether colours are kept or become patterns of dots.
    var hasColours: Bool { get }
    /// Fills black bars whose edges are exactly on dot boundaries.
    func fill(bars: [DotBox])
    func fill(_ box: DotBox, _ colour: LabelColour)
    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour)
    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError)
    /// Draws the text that `texts` laid out last.
    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError)
}

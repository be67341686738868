/// One element of a template.
public enum LabelElement: Sendable, Hashable {
    case text(LabelText)
    case barcode(LabelSymbol)
    case line(LabelLine)
    case frame(LabelFrame)
    case band(LabelBand)
    case arrow(LabelArrow)
    case image(LabelImage)
    case ruler(LabelRuler)

    /// The area to which the element is confined.
    public var box: LabelBox {
        switch self {
        case .text(let text): text.box
        case .barcode(let symbol): symbol.box
        case .line(let line): line.box
        case .frame(let frame): frame.box
        case .band(let band): band.box
        case .arrow(let arrow): arrow.box
        case .image(let image): image.box
        case .ruler(let ruler): ruler.box
        }
    }

    /// The areas where it may put ink.
    ///
    /// A frame without a fill leaves its inside free.
    var inked: [LabelBox] {
        if case .frame(let frame) = self, frame.fill == nil { frame.sides } else { [box] }
    }

    /// Its texts with fields.
    var expressions: [FieldExpression] {
        switch self {
        case .text(let text): [text.content]
        case .band(let band): [band.content]
        case .barcode, .line, .frame, .arrow, .image, .ruler: []
        }
    }
}

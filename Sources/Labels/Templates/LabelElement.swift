/// One thing that a template puts on the label.
public enum LabelElement: Sendable, Hashable {
    case text(LabelText)
    case barcode(LabelSymbol)

    /// The space that the element may use and never leaves.
    public var box: LabelBox {
        switch self {
        case .text(let text): text.box
        case .barcode(let symbol): symbol.box
        }
    }
}

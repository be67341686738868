/// The languages in which labels go to a printer.
public enum PrintForm: String, Sendable, Hashable, CaseIterable {
    case pdf
    /// PWG raster, dot for dot.
    case pwg
    /// ZPL with the label as one picture, dot for dot.
    case zpl
}

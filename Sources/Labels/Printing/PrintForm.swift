/// The languages in which labels go to a printer.
public enum PrintForm: String, Sendable, Hashable, CaseIterable {
    case pdf
    /// PWG raster, dot for dot.
    case pwg
    /// Raster for the driver of a queue, dot for dot.
    case raster
    /// ZPL with the label as one picture, dot for dot.
    case zpl

    /// Whether the document itself says how many copies there are, so that the job asks for one.
    public var countsCopies: Bool { self == .raster || self == .zpl }
}

/// The formats in which labels are sent to a printer.
public enum PrintForm: String, Sendable, Hashable, CaseIterable {
    case pdf
    /// PWG raster, dot for dot.
    case pwg
    /// Raster for the driver of a queue, dot for dot.
    case raster
    /// ZPL with the label as one image, dot for dot.
    case zpl

    /// Whether the document contains its copies, so that the job requests only one.
    public var countsCopies: Bool { self == .raster || self == .zpl }
}

/// How the pages of a scanned file are assigned to items and containers.
public enum SeparationRule: String, Sendable, Hashable, CaseIterable {
    /// A page with the barcode of an item or container begins a document.
    ///
    /// The pages after it belong to it, also in further files from the same copier.
    case coverSheets = "cover-sheets"
    /// Each file is one document of the item or container whose barcode any of its pages bears.
    case files
}

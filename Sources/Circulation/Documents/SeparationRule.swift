/// How the pages of a scanned file find the things that they belong to.
public enum SeparationRule: String, Sendable, Hashable, CaseIterable {
    /// A page with the barcode of a thing opens a document, the pages after it belong to it, across files of one
    /// copier too.
    case coverSheets = "cover-sheets"
    /// Each file is one document, of the thing whose barcode is on any of its pages.
    case files
}

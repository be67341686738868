import Barcodes

extension Refusal {
    /// What is said of a thing that nobody registered, or that whoever asks may not know of: the same of both.
    static func unknown(_ barcode: Barcode) -> Refusal {
        // What Outguide did not mint may be a word of a title.
        let hint = barcode.minted == nil ? "; search finds things by their titles" : ""
        return Refusal(.unknownBarcode, "cannot find \(barcode): nothing with this barcode is registered" + hint)
    }
}

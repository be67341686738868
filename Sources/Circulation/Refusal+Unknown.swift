import Barcodes

extension Refusal {
    /// Returns the refusal for a barcode that is not registered or is concealed from the caller, which must be
    /// indistinguishable.
    static func unknown(_ barcode: Barcode) -> Refusal {
        // A text that is not a minted barcode may be a word of a title.
        let hint = barcode.minted == nil ? "; search finds things by their titles" : ""
        return Refusal(.unknownBarcode, "cannot find \(barcode): nothing with this barcode is registered" + hint)
    }
}

import Barcodes

extension Refusal {
    /// What is said of a thing that nobody registered, or that whoever asks may not know of: the same of both.
    static func unknown(_ barcode: Barcode) -> Refusal {
        Refusal(.unknownBarcode, "cannot find \(barcode): nothing with this barcode is registered")
    }
}

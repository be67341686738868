public import Barcodes
import LogTables

extension LogTransaction {
    /// The next barcode of this prefix and site that was never used.
    ///
    /// Skips numbers that are in use on labels printed elsewhere. The barcode is reserved only when it is registered.
    /// Throws ``TransferLogError/numbersExhausted(prefix:site:)`` when all are used.
    public func nextBarcode(prefix: BarcodePrefix, site: SiteNumber) throws -> Barcode {
        let query = "SELECT lastSerial FROM minted WHERE prefix = ? AND site = ?"
        let last = try db.first(query, [.text(prefix.rawValue), .integer(Int64(site.value))]) { Int($0.integer(0)) }
        var serial = (last ?? 0) + 1
        while let minted = MintedBarcode(prefix: prefix, site: site, serial: serial) {
            let barcode = Barcode(minted)
            if try !view.holds(barcode) { return barcode }
            serial += 1
        }
        throw TransferLogError.numbersExhausted(prefix: prefix.rawValue, site: site.description)
    }
}

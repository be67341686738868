public import Barcodes
import GRDB

extension LogTransaction {
    /// The next barcode of this prefix and site that was never used.
    ///
    /// Skips numbers that are in use on labels printed elsewhere. The barcode is reserved only when it is registered.
    public func nextBarcode(prefix: BarcodePrefix, site: SiteNumber) throws -> Barcode {
        let last = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT lastSerial FROM minted WHERE prefix = ? AND site = ?"),
            arguments: [prefix.rawValue, site.value]
        )
        var serial = (last ?? 0) + 1
        while let minted = MintedBarcode(prefix: prefix, site: site, serial: serial) {
            let barcode = Barcode(minted)
            if try !view.holds(barcode) { return barcode }
            serial += 1
        }
        throw TransferLogError.numbersExhausted(prefix: prefix.rawValue, site: site.description)
    }
}

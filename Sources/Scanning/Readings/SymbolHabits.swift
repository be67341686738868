import Barcodes

/// Settings of a scanner that describe the symbols it reads and how it sends them.
public struct SymbolHabits: Sendable, Hashable {
    /// It stores codes, for example those read out of range of its base, and later sends them in immediate
    /// succession.
    public var sendsMemory: Bool
    /// It reads only linear symbols, and no QR, Data Matrix or PDF417 symbols, which may contain several lines.
    public var readsLinearOnly: Bool
    /// It puts the same characters before each symbol, so a line without them does not begin a symbol.
    var marksEachSymbol: Bool

    public init(sendsMemory: Bool = false, readsLinearOnly: Bool = false, marksEachSymbol: Bool = false) {
        self.sendsMemory = sendsMemory
        self.readsLinearOnly = readsLinearOnly
        self.marksEachSymbol = marksEachSymbol
    }

    /// Whether a reading is certainly a whole symbol, so that later input cannot belong to it.
    ///
    /// This is certain for data between STX and ETX, and for a symbology without control characters, and therefore
    /// without a suffix. It is also certain for a barcode minted by Outguide, which has a fixed length and a check
    /// character, if it is the only line of its symbol: in a linear symbol, or in a HID POS report that is not full.
    /// In a QR code, or from a scanner that does not report the symbology, the same number may be the first line of a
    /// delivery note.
    func isWhole(_ reading: ScanReading) -> Bool {
        if reading.ending == .etx { return true }
        if reading.fillsReport { return false }
        if let symbology = reading.symbology, symbology.excludesControlCharacters { return true }
        let hasOneLine = readsLinearOnly || reading.ending == .report || reading.symbology?.isLinear == true
        return hasOneLine && (try? MintedBarcode(parsing: reading.data)) != nil
    }
}

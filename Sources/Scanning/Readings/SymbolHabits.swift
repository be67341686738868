import Barcodes

/// What is known of the symbols that a scanner reads and of the way in which it sends them: settings of the scanner.
public struct SymbolHabits: Sendable, Hashable {
    /// It keeps codes in a memory, or sends those that it read out of reach of its base, one right after the other.
    public var sendsMemory: Bool
    /// It reads linear symbols only, and no QR, Data Matrix or PDF417 symbol, which may hold several lines.
    public var readsLinearOnly: Bool
    /// It puts the same letters before each symbol, so that a line without them begins none.
    var marksEachSymbol: Bool

    public init(sendsMemory: Bool = false, readsLinearOnly: Bool = false, marksEachSymbol: Bool = false) {
        self.sendsMemory = sendsMemory
        self.readsLinearOnly = readsLinearOnly
        self.marksEachSymbol = marksEachSymbol
    }

    /// Whether a reading is surely a whole symbol, so that nothing that comes after it can belong to it.
    ///
    /// This is certain of what stands between STX and ETX; of a symbology that holds no control characters, and so no
    /// suffix; and of a number of Outguide, which has a fixed length and a check character, where it is the only line of
    /// its symbol: in a linear symbol, or in a report of a HID POS scanner that has room left. In a QR code, or from a
    /// scanner that does not report the symbology, the same number may be the first line of a delivery note.
    func isWhole(_ reading: ScanReading) -> Bool {
        if reading.ending == .etx { return true }
        if reading.fillsReport { return false }
        if let symbology = reading.symbology, symbology.excludesControlCharacters { return true }
        let hasOneLine = readsLinearOnly || reading.ending == .report || reading.symbology?.isLinear == true
        return hasOneLine && (try? MintedBarcode(parsing: reading.data)) != nil
    }
}

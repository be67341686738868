import Barcodes

/// What a burst of codes comes to.
enum BurstOutcome: Equatable {
    /// Codes that came one right after the other; most bursts have one.
    case readings([ScanReading])
    /// Why these codes are refused, if any came whole.
    case refused([ScanReading], ScanRejection)
}

/// Holds codes until nothing follows them at once, since what follows may be the next line of the same symbol.
///
/// A code that is surely a whole symbol is not held. A symbol may hold the suffix of the gun: a QR code of several lines comes as several codes, and a long one as several
/// reports. Its parts follow one another as fast as its characters do, and so do the codes of a gun that empties its
/// memory. They are told apart by what a gun does with each symbol anew: it puts the AIM identifier before it
/// (ISO/IEC 15424) and one and the same suffix after it, and begins a new report. Several codes without identifiers are
/// refused, unless the scanner is known to send its memory: then the caller judges them together. What is refused takes
/// its burst along: nothing of a symbol is done by halves.
struct ReadingBurst {
    /// The characters of the longest symbol: a QR code of version 40 that holds digits (ISO/IEC 18004:2015, table 7).
    static let longestSymbol = 7_089
    /// How long a code is held at least and at most, in microseconds, by the pace of the scanner.
    private static let patience: ClosedRange<Int64> = 50_000...250_000

    private let habits: SymbolHabits
    /// How long after a code the next one is of the same burst, in microseconds.
    private(set) var patience = Self.patience.lowerBound
    private var held: [ScanReading] = []
    /// The code before, in this burst; nil at its beginning.
    private var former: ScanReading?
    /// Something of the burst was refused.
    private var isBroken = false
    /// The gun put an AIM identifier before the data of the code before.
    private var sendsIdentifiers = false

    init(_ habits: SymbolHabits = SymbolHabits()) {
        self.habits = habits
    }

    /// Whether codes wait to be released.
    var isHolding: Bool { !held.isEmpty }

    /// Takes a code, or what is refused, and what tells when it came.
    mutating func take(_ outcome: ReadingOutcome, _ pace: Pace) -> [BurstOutcome] {
        var outcomes: [BurstOutcome] = []
        if pace.pauseBefore > patience {
            outcomes = release()
            former = nil
            isBroken = false
            patience = Self.patience.lowerBound
        }
        let own = 3 * min(pace.longestPause, Self.patience.upperBound)
        patience = min(max(patience, own), Self.patience.upperBound)
        switch outcome {
        case .rejection(let rejection): outcomes += refuse([], rejection)
        case .reading(let reading): outcomes += take(reading)
        }
        return outcomes
    }

    /// Takes that nothing followed.
    mutating func release() -> [BurstOutcome] {
        defer { held = [] }
        return held.isEmpty ? [] : [.readings(held)]
    }

    private mutating func take(_ reading: ScanReading) -> [BurstOutcome] {
        defer {
            former = reading
            sendsIdentifiers = AIMIdentifier.split(reading.text) != nil
        }
        if isBroken { return [.refused([reading], .afterRefusal)] }
        if let rejection = objection(to: reading) { return refuse([reading], rejection) }
        // What begins each symbol of the gun begins this one: the symbol before has ended.
        let ended = habits.marksEachSymbol || reading.symbology != nil && former?.symbology != nil ? release() : []
        held.append(reading)
        if habits.isWhole(reading) { return ended + release() }
        // Such a burst holds several symbols; what comes now cannot be of the first.
        let length = held.reduce(0) { $0 + $1.text.unicodeScalars.count }
        return ended + (length > Self.longestSymbol ? release() : [])
    }

    /// Why the code is no symbol of its own; nil where it may be one.
    private func objection(to reading: ScanReading) -> ScanRejection? {
        // What stands between STX and ETX needs no identifier.
        if reading.ending == .etx, former?.ending ?? .etx == .etx { return nil }
        guard let former else { return sendsIdentifiers && reading.symbology == nil ? .identifierMissing : nil }
        if former.fillsReport { return .partOfSymbol }
        if reading.symbology != nil { return nil }
        if former.symbology != nil { return .partOfSymbol }
        if habits.marksEachSymbol || habits.isWhole(former) { return nil }
        // The suffix of a gun is always the same; within a symbol another one may stand.
        if former.ending != reading.ending { return .partOfSymbol }
        return habits.sendsMemory ? nil : .severalCodes
    }

    private mutating func refuse(_ readings: [ScanReading], _ rejection: ScanRejection) -> [BurstOutcome] {
        // It has been told.
        if isBroken { return [] }
        defer { held = [] }
        isBroken = true
        return [.refused(held + readings, rejection)]
    }
}

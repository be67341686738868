import Barcodes
import Glibc

/// The result of a burst of codes.
enum BurstOutcome: Equatable {
    /// Codes that arrived in immediate succession; most bursts have one.
    case readings([ScanReading])
    /// The codes that were complete, if any, and why they are rejected.
    case refused([ScanReading], ScanRejection)
}

/// Holds codes until a pause follows, because the next code may be another line of the same symbol.
///
/// A code that is certainly a whole symbol is not held. A symbol may contain the scanner's suffix: a QR code of
/// several lines arrives as several codes, and a long one as several reports. Its parts follow one another as fast as
/// its characters do, and so do the codes of a scanner that empties its memory. The two cases are distinguished by
/// what a scanner does for each new symbol: it puts the AIM identifier before the symbol (ISO/IEC 15424) and always
/// the same suffix after it, and begins a new report.
///
/// Several codes without identifiers are rejected, unless the scanner is known to send its memory; the caller then
/// evaluates them together. A rejection applies to the whole burst, so that no symbol is processed in part.
struct ReadingBurst {
    /// The characters of the longest symbol: a QR code of version 40 with digits (ISO/IEC 18004:2015, table 7).
    static let longestSymbol = 7_089
    /// The minimum and maximum time for which a code is held, in microseconds; the scanner's pace determines the
    /// value.
    private static let patience: ClosedRange<Int64> = 50_000...250_000

    private let habits: SymbolHabits
    /// A code that follows the previous one within this time, in microseconds, belongs to the same burst.
    private(set) var patience = Self.patience.lowerBound
    private var held: [ScanReading] = []
    /// The previous code in this burst; nil at its beginning.
    private var former: ScanReading?
    /// Whether part of the burst was rejected.
    private var isBroken = false
    /// Whether the scanner put an AIM identifier before the previous code.
    private var sendsIdentifiers = false

    init(_ habits: SymbolHabits = SymbolHabits()) { self.habits = habits }

    /// Whether codes are waiting to be released.
    var isHolding: Bool { !held.isEmpty }

    /// Processes a code or a rejection, with its timing.
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

    /// Handles a pause: the held codes are released.
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
        // The scanner marks the beginning of each symbol, so the previous symbol has ended.
        let ended = habits.marksEachSymbol || reading.symbology != nil && former?.symbology != nil ? release() : []
        held.append(reading)
        if habits.isWhole(reading) { return ended + release() }
        // A burst this long contains several symbols; the next code cannot belong to the first.
        let length = held.reduce(0) { $0 + $1.text.unicodeScalars.count }
        return ended + (length > Self.longestSymbol ? release() : [])
    }

    /// Why the code is not a separate symbol; nil if it may be one.
    private func objection(to reading: ScanReading) -> ScanRejection? {
        // Data between STX and ETX needs no identifier.
        if reading.ending == .etx, former?.ending ?? .etx == .etx { return nil }
        guard let former else { return sendsIdentifiers && reading.symbology == nil ? .identifierMissing : nil }
        if former.fillsReport { return .partOfSymbol }
        if reading.symbology != nil { return nil }
        if former.symbology != nil { return .partOfSymbol }
        if habits.marksEachSymbol || habits.isWhole(former) { return nil }
        // A scanner's suffix is always the same; another one may occur within a symbol.
        if former.ending != reading.ending { return .partOfSymbol }
        return habits.sendsMemory ? nil : .severalCodes
    }

    private mutating func refuse(_ readings: [ScanReading], _ rejection: ScanRejection) -> [BurstOutcome] {
        // The rejection has already been reported.
        if isBroken { return [] }
        defer { held = [] }
        isBroken = true
        return [.refused(held + readings, rejection)]
    }
}

/// The timing of a scanner's input relative to its earlier input, in microseconds.
struct Pace {
    /// Codes scanned by a person are further apart than this, and the keys or bytes of one code closer together.
    static let apart: Int64 = 400_000

    /// The pause before the latest code.
    private(set) var pauseBefore = Int64.max
    /// The longest pause within the latest code.
    private(set) var longestPause: Int64 = 0
    private var last: Int64?

    /// Records input that belongs to a code; `isWithin` is whether the code had already begun.
    mutating func note(_ time: Int64, isWithin: Bool) {
        let pause = last.map { time &- $0 } ?? .max
        last = time
        if isWithin, pause <= Self.apart {
            longestPause = max(longestPause, pause)
        } else {
            pauseBefore = pause
            longestPause = 0
        }
    }
}

/// The kernel's clocks, in microseconds.
///
/// Scanner input is timed with a clock that cannot be set: if the computer's time is corrected in the middle of a
/// barcode, its halves must not be taken for two readings, nor two readings for one.
enum KernelClock {
    /// Microseconds since the machine started, including time asleep.
    static var now: Int64 { read(CLOCK_BOOTTIME) }

    /// Microseconds since 1970 UTC at `instant`, by the current setting of the clock.
    static func timeOfDay(of instant: Int64) -> Int64 { read(CLOCK_REALTIME) &- (now &- instant) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

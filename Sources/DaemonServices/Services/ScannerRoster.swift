package import Localization
package import Scanning
import Synchronization
import Vocabulary

/// The current state of all scanners, for the status.
package final class ScannerRoster: Sendable {
    /// The state of a scanner that is being read.
    package static let reading = "reading"

    /// A scanner with its current state.
    package struct Handheld: Sendable, Hashable {
        /// The permanent name.
        package let scanner: String
        /// The name that the device reports.
        package let name: String
        /// The station of the scanner; nil if it has none.
        package let station: String?
        /// `reading`, or why it cannot be read.
        package let state: String
    }

    private struct State {
        var scanners: [ScannerIdentity: Handheld] = [:]
        var tallies: [ScannerIdentity: ScannerTally] = [:]
        /// When each scanner last read a barcode, in microseconds since the machine started.
        var readAt: [ScannerDevice: Int64] = [:]
        var lostReadings = 0
        var trouble: Message?
    }

    private let state = Mutex(State())

    package init() {}

    /// Scanners that are being read, or should be.
    package var attached: [Handheld] {
        state.withLock { $0.scanners.values.sorted { $0.scanner < $1.scanner } }
    }

    /// `reading`, or why this scanner cannot be read; nil when the daemon does not try to read it.
    package func state(of scanner: ScannerIdentity) -> String? { state.withLock { $0.scanners[scanner]?.state } }

    /// Readings lost to a full queue since the daemon started.
    package var lostReadings: Int { state.withLock { $0.lostReadings } }

    /// Why no scanner can be read at all.
    package var trouble: Message? { state.withLock { $0.trouble } }

    func note(_ scanner: ScannerIdentity, station: String?, state word: String) {
        let handheld = Handheld(scanner: scanner.stableName, name: scanner.title, station: station, state: word)
        state.withLock { $0.scanners[scanner] = handheld }
    }

    /// Microseconds since the previous reading of the scan's scanner; nil for the first one.
    func pause(before scan: Scan) -> Int64? {
        state.withLock { state in
            let device = ScannerDevice(scan.scanner)
            defer { state.readAt[device] = scan.reading.time }
            return state.readAt[device].map { scan.reading.time - $0 }
        }
    }

    func forget(_ scanner: ScannerIdentity) {
        state.withLock { state in
            state.scanners[scanner] = nil
            state.tallies[scanner] = nil
            state.readAt[ScannerDevice(scanner)] = nil
        }
    }

    /// Scanners whose recent readings are mostly unreadable, with their tallies.
    var suspicious: [(scanner: Handheld, tally: ScannerTally)] {
        state.withLock { state in
            state.tallies.filter(\.value.isSuspicious)
                .compactMap { scanner, tally in state.scanners[scanner].map { ($0, tally) } }
                .sorted { $0.scanner.scanner < $1.scanner.scanner }
        }
    }

    /// Records whether a scanner's reading could be understood, whether or not the barcode is known.
    func noteReading(of scanner: ScannerIdentity, isUnderstood: Bool) {
        state.withLock { $0.tallies[scanner, default: ScannerTally()].note(isUnderstood: isUnderstood) }
    }

    func noteLost(_ count: Int) { state.withLock { $0.lostReadings += count } }

    func noteTrouble(_ reason: Message) { state.withLock { $0.trouble = reason } }
}

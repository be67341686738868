import Records
import Scanning
import Synchronization
import Wire

/// The scanners as they are now, for the status.
final class ScannerRoster: Sendable {
    /// The state of a scanner that is read.
    static let reading = "reading"

    private struct State {
        var scanners: [ScannerIdentity: ScannerResource] = [:]
        var tallies: [ScannerIdentity: GunTally] = [:]
        /// When each gun read last, in microseconds since the machine started.
        var readAt: [ScannerDevice: Int64] = [:]
        var lostReadings = 0
        var trouble: String?
    }

    private let state = Mutex(State())

    /// Scanners that are read, or should be.
    var attached: [ScannerResource] {
        state.withLock { $0.scanners.values.sorted { $0.scanner < $1.scanner } }
    }

    /// `reading`, or why this scanner cannot be read; nil when nobody tries.
    func state(of scanner: ScannerIdentity) -> String? { state.withLock { $0.scanners[scanner]?.state } }

    /// Readings that a full queue could not take since the start.
    var lostReadings: Int { state.withLock { $0.lostReadings } }

    /// Why no scanner can be read at all.
    var trouble: String? { state.withLock { $0.trouble } }

    func note(_ scanner: ScannerIdentity, station: String?, state word: String) {
        let resource = ScannerResource(
            scanner: scanner.stableName,
            name: scanner.title,
            station: station,
            state: word
        )
        state.withLock { $0.scanners[scanner] = resource }
    }

    /// How many microseconds ago the gun of a scan read before it; nil when it did not.
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

    /// Guns that are read and send what makes no sense, with how much of it.
    var suspicious: [(scanner: ScannerResource, tally: GunTally)] {
        state.withLock { state in
            state.tallies.filter(\.value.isSuspicious)
                .compactMap { scanner, tally in state.scanners[scanner].map { ($0, tally) } }
                .sorted { $0.scanner.scanner < $1.scanner.scanner }
        }
    }

    /// Notes whether what a gun sent could be understood, known or not.
    func noteReading(of scanner: ScannerIdentity, isUnderstood: Bool) {
        state.withLock { $0.tallies[scanner, default: GunTally()].note(isUnderstood: isUnderstood) }
    }

    func noteLost(_ count: Int) { state.withLock { $0.lostReadings += count } }

    func noteTrouble(_ reason: String) { state.withLock { $0.trouble = reason } }
}

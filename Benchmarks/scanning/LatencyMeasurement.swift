import DaemonClient
import Foundation
import TestSupport
import Vocabulary
import Wire

/// How long it takes from the last key of a scanner until its reading is on the disk and interpreted, and until that is told.
///
/// The daemon is the real one and the scanner a virtual one; the time begins with the kernel's time of the Enter key. A
/// reading is committed and interpreted when the last synchronisation of its two commits has ended, which `count-syncs`
/// notes in the daemon; it is told when a client of the event stream has the outcome. What umockdev does before it lets
/// the daemon read, and no kernel does, is taken off; `time-detours` notes it. The scanner sends AIM identifiers, so that no
/// code is held. As from a real scanner, Enter comes when the keys before it are read, and the next reading some time later.
/// Between two readings one page is appended to a file on the same disk and synchronised, so that all are measured in one
/// run.
struct LatencyMeasurement {
    /// A preloaded library and the file in which it notes what it sees.
    struct Witness {
        let library: String
        let file: String
    }

    /// Between two readings: a clerk does not read faster.
    private static let pause = Duration.milliseconds(10)

    /// In microseconds, sorted.
    let commits: [Int64]
    let told: [Int64]
    let detours: [Int64]
    let syncs: [Int64]

    /// The value that this part of all do not exceed.
    static func percentile(_ part: Double, of sorted: [Int64]) -> Double {
        guard !sorted.isEmpty else { return .nan }
        return Double(sorted[min(Int(Double(sorted.count) * part), sorted.count - 1)])
    }

    /// Reads so many barcodes, a shelf and a box by turns, one after the other.
    ///
    /// `syncs` is count-syncs, `detours` is time-detours.
    static func run(readings count: Int, syncs: Witness, detours: Witness) async throws -> LatencyMeasurement {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", serial: "S1")
        var measurement = LatencyMeasurement(commits: [], told: [], detours: [], syncs: [])
        var environment = scanners.environment
        // They stand before umockdev's, which passes others by.
        environment["LD_PRELOAD"] = [syncs.library, detours.library, environment["LD_PRELOAD"]].compactMap(\.self)
            .joined(separator: " ")
        environment["SYNC_COUNTER"] = syncs.file
        environment["DETOUR_COUNTER"] = detours.file
        let lastSync = try NotedNumber(path: syncs.file)
        let detour = try NotedNumber(path: detours.file)
        try await DaemonBed.with(environment: environment) { bed in
            var codes: [String] = []
            for name in ["A", "B"] {
                codes.append(try await bed.outguide("location", "add", "--name", name, "--quiet").answer)
                codes.append(try await bed.outguide("container", "add", "--quiet").answer)
            }
            // Shelf A, box, shelf B, the same box: every second reading is a move.
            codes[3] = codes[1]
            measurement = try await measure(count, codes, bed: bed, scanners, lastSync, detour)
        }
        try await scanners.close()
        return measurement
    }

    private static func measure(
        _ count: Int,
        _ codes: [String],
        bed: DaemonBed,
        _ scanners: VirtualScannerBed,
        _ lastSync: NotedNumber,
        _ detour: NotedNumber
    ) async throws -> LatencyMeasurement {
        let client = DaemonClient(socketPath: bed.socket)
        while try await !scanners.status("gun").isGrabbed {}
        let page = Data(repeating: 65, count: 4_096)
        let path = bed.scratch("syncs")
        try Data().write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let (ends, syncs) = try await client.withEvents { events in
            var events = events.makeAsyncIterator()
            _ = try await events.next()
            var ends: [Int64: (commit: Int64, told: Int64, detour: Int64)] = [:]
            var syncs: [Int64] = []
            for number in 0..<count {
                try await Task.sleep(for: pause)
                try await scanners.type("gun", "]C0" + codes[number % codes.count])
                while try await scanners.status("gun").unreadBytes > 0 {}
                try await scanners.type("gun", "\n")
                while let event = try await events.next() {
                    guard case .outcome(let outcome) = event else { continue }
                    ends[outcome.reading] = (try lastSync.value, now(), try detour.value)
                    break
                }
                let start = now()
                try file.write(contentsOf: page)
                fdatasync(file.fileDescriptor)
                syncs.append(now() - start)
            }
            return (ends, syncs)
        }
        var commits: [Int64] = []
        var told: [Int64] = []
        var detours: [Int64] = []
        var cursor: String?
        repeat {
            let list = try await client.ask(
                API.Readings.list,
                query: [Parameter.limit.set(1_000), Parameter.cursor.set(cursor)]
            )
            for reading in list.items {
                guard let end = ends[reading.reading], let start = Timestamp(rfc3339: reading.occurredAt) else {
                    continue
                }
                let begin = start.microseconds + end.detour
                commits.append(end.commit - begin)
                told.append(end.told - begin)
                detours.append(end.detour)
            }
            cursor = list.next
        } while cursor != nil
        await client.close()
        return LatencyMeasurement(
            commits: commits.sorted(),
            told: told.sorted(),
            detours: detours.sorted(),
            syncs: syncs.sorted()
        )
    }

    /// The clock that keys bear, in microseconds.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

import Foundation
import Scanning

/// What one run of the reader took.
struct DrainMeasurement {
    struct Missing: Error, CustomStringConvertible {
        let answer: String
        var description: String { "cannot measure: the reader said \(answer)" }
    }

    let readings: Int
    let lost: Int
    /// From the first reading to the last.
    let seconds: Double
    let processorSeconds: Double

    /// Reads the line of ``run(readings:scanners:)``.
    init?(line: String) {
        let parts = line.split(separator: " ")
        guard parts.count == 4, let readings = Int(parts[0]), let lost = Int(parts[1]), let seconds = Double(parts[2]),
            let processorSeconds = Double(parts[3])
        else { return nil }
        self.readings = readings
        self.lost = lost
        self.seconds = seconds
        self.processorSeconds = processorSeconds
    }

    /// Reads until so many readings have come or are lost, in the process under test, and prints the measures.
    static func run(readings total: Int, scanners: Int) async throws {
        let match = try ScannerMatch(vendor: "05e0")
        let setting = ScannerSetting(match: match, habits: SymbolHabits(sendsMemory: true))
        let reader = ScannerReader(settings: [setting])
        try reader.start()
        let clock = ContinuousClock()
        var attached = 0
        var readings = 0
        var lost = 0
        var first: ContinuousClock.Instant?
        for await event in reader.events {
            switch event {
            case .attached:
                attached += 1
                if attached == scanners { say("ready") }
            case .scan:
                first = first ?? clock.now
                readings += 1
            case .burst(let scans):
                first = first ?? clock.now
                readings += scans.count
            case .overflowed(let count, _): lost += count
            case .rejected: lost += 1
            default: break
            }
            if readings + lost >= total { break }
        }
        let seconds = first.map { $0.duration(to: clock.now) / .seconds(1) } ?? 0
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        let processor = Double(used.tv_sec) + Double(used.tv_nsec) / 1_000_000_000
        say("\(readings) \(lost) \(seconds) \(processor)")
        reader.stop()
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

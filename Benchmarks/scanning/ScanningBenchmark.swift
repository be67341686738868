import Foundation
import Scanning
import TestSupport

/// How fast the reading thread drains eight keyboard scanners that all send at once, and whether anything is lost.
///
/// Arguments: readings per scanner (5000 if left out). The scanners are virtual; the reader runs in a process of its
/// own, as in the daemon. One line goes to standard output, and the exit status is 1 when a reading was lost.
///
/// With the arguments `latency COUNT LIBRARY COUNTER LIBRARY COUNTER`: see ``LatencyMeasurement``; the libraries are
/// count-syncs and time-detours. The line has p50 and p99 of the commits, of the answers, of the detours that are taken
/// off and of the synchronisations, in microseconds.
@main
enum ScanningBenchmark {
    private static let scanners = 8
    private static let barcode = "BX000000042N"

    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "read", let total = Int(arguments[2]) {
            return try await DrainMeasurement.run(readings: total, scanners: scanners)
        }
        if arguments.count == 7, arguments[1] == "latency", let count = Int(arguments[2]) {
            let measured = try await LatencyMeasurement.run(
                readings: count,
                syncs: .init(library: arguments[3], file: arguments[4]),
                detours: .init(library: arguments[5], file: arguments[6])
            )
            let figures = [measured.commits, measured.told, measured.detours, measured.syncs].flatMap { sorted in
                [0.5, 0.99].map { String(Int(LatencyMeasurement.percentile($0, of: sorted))) }
            }
            FileHandle.standardOutput.write(Data((figures.joined(separator: " ") + "\n").utf8))
            return
        }
        let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000
        let bed = try await VirtualScannerBed()
        for number in 1...scanners { try await bed.plug("gun\(number)", serial: "S\(number)") }
        let reader = try VirtualScannerChild(
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
            ["read", String(count * scanners)],
            environment: bed.environment
        )
        _ = await reader.nextLine()
        for number in 1...scanners { try await bed.flood("gun\(number)", count: count, barcode) }
        let line = await reader.nextLine()
        let measured = line.flatMap(DrainMeasurement.init(line:))
        try await bed.close()
        guard let measured else { throw DrainMeasurement.Missing(answer: line ?? "none") }
        let characters = measured.readings * (barcode.utf8.count + 1)
        let rate = Double(characters) / measured.seconds / Double(scanners)
        let text =
            "reading thread  \(scanners) scanners  \(measured.readings) readings in "
            + "\(Self.rounded(measured.seconds)) s  \(Int(rate)) characters per second and scanner  "
            + "\(measured.lost) lost  \(Self.rounded(measured.processorSeconds)) s of processor\n"
        FileHandle.standardOutput.write(Data(text.utf8))
        exit(measured.lost == 0 ? 0 : 1)
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
}

import Foundation

/// What a clerk waits for at a station, with everything between the reading and the screen: the real daemon, the real
/// `outguide station` on a pseudo-terminal for each station.
///
///     station-benchmark screens SOCKET OUTGUIDE LIST STATIONS RATE SECONDS FILE
///     station-benchmark box SOCKET FOLDERS ROUNDS
///     station-benchmark scanner READINGS
///
/// `screens` has so many stations read boxes of LIST, RATE a second each, and prints readings, and p50, p99 and the longest
/// time in microseconds from sending a reading until its message was written to the screen; then p50 and p99 of the
/// daemon's answer, and of `fdatasync` on FILE in between. `box` moves a box with so many folders to and fro, and a
/// folder alone, and prints p50 and p99 of each in microseconds, and the entries that one move of the box makes. `scanner` has
/// a virtual USB scanner read, and prints p50, p99 and the longest time in microseconds from its Enter key to the screen, first
/// for a scanner that sends AIM identifiers, then for one that does not.
@main
enum StationBenchmark {
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    static func main() async {
        do {
            try await run(CommandLine.arguments.dropFirst().map { $0 })
        } catch {
            FileHandle.standardError.write(Data("station-benchmark: \(error)\n".utf8))
            exit(70)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        switch (arguments.first, arguments.count) {
        case ("screens", 8):
            let measurement = ScreenMeasurement(
                socket: arguments[1],
                program: arguments[2],
                boxes: try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n").map(
                    String.init
                ),
                stations: try number(arguments[4]),
                rate: try number(arguments[5]),
                seconds: try number(arguments[6]),
                syncFile: arguments[7]
            )
            say(try await measurement.run())
        case ("box", 4):
            let measurement = BoxMeasurement(
                socket: arguments[1],
                folders: try number(arguments[2]),
                rounds: try number(arguments[3])
            )
            say(try await measurement.run())
        case ("scanner", 2): say(try await ScannerMeasurement(readings: try number(arguments[1])).run())
        default: throw Failure("cannot understand \(arguments): the beginning of StationBenchmark.swift has the usage")
        }
    }

    private static func number(_ text: String) throws -> Int {
        guard let value = Int(text), value > 0 else { throw Failure("cannot use \(text): a number above 0 is wanted") }
        return value
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

import Foundation
import TransferLog

/// What the transfer log does, with nothing around it: no socket, no rules.
///
///     log-benchmark fill DATABASE BOXES LIST
///     log-benchmark moves DATABASE LIST CLIENTS SECONDS FIRST COUNT COUNTER
///     log-benchmark questions DATABASE BOXES
///     log-benchmark rebuild DATABASE
///     log-benchmark verify DATABASE
///
/// `fill` makes the log when there is none, with five entries for each box, and writes the barcodes of the boxes to LIST,
/// shuffled, the same every time. `moves` moves the boxes FIRST to FIRST + COUNT - 1 of LIST; COUNTER is the file of
/// `count-syncs`. Each prints one line of figures, which are named where they are made.
@main
enum LogBenchmark {
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    static func main() async {
        do {
            try await run(CommandLine.arguments.dropFirst().map { $0 })
        } catch {
            FileHandle.standardError.write(Data("log-benchmark: \(error)\n".utf8))
            exit(70)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        switch (arguments.first, arguments.count) {
        case ("fill", 4): try await Fill(boxes: number(arguments[2])).run(arguments[1], list: arguments[3])
        case ("moves", 8):
            let first = try number(arguments[5])
            let moves = Moves(
                clients: try number(arguments[3]),
                seconds: try number(arguments[4]),
                lines: first..<(first + (try number(arguments[6]))),
                counter: try SyncCounter(path: arguments[7])
            )
            try await moves.run(arguments[1], list: arguments[2])
        case ("questions", 3): try await Questions(boxes: number(arguments[2])).run(arguments[1])
        case ("rebuild", 2): try await Replay.rebuild(arguments[1])
        case ("verify", 2): try await Replay.verify(arguments[1])
        default: throw Failure("cannot understand \(arguments): the beginning of LogBenchmark.swift has the usage")
        }
    }

    static func number(_ text: String) throws -> Int {
        guard let value = Int(text), value >= 0 else { throw Failure("cannot use \(text): a number is wanted") }
        return value
    }

    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

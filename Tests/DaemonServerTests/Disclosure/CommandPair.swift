import Barcodes
import Circulation
import Foundation
import Localization
import Stations
import TestSupport
import Testing
import TransferLog
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// Two served daemons over the twin logs, with which the same commands are run.
struct CommandPair {
    enum End { case alike, different, notPermitted }

    let first: ServedDaemon
    let second: ServedDaemon
    let twins: TwinLogs
    /// The file `upload.txt`, which holds something concealed.
    let upload: String

    /// Runs a sample for people and for programs, and expects no difference.
    func run(_ sample: CommandCatalogue.Sample, as role: Role) async throws -> End {
        for format in [[], ["--json"]] {
            let arguments = sample.arguments + format
            let sent = arguments.contains("upload.txt") ? upload : sample.input
            let words = "\(role.rawValue): outguide \(arguments.joined(separator: " ")) < \(sent)"
            // A checkpoint on paper has the hash of its tree, which is another in any two logs.
            let isPaperAlike = !sample.arguments.starts(with: ["log", "checkpoint"])
            // A run that began in one minute and ended in the next is repeated, unless it changed something.
            var (left, right) = ("", "")
            var isOfOneMinute = true
            for _ in 0..<2 {
                let minute = Self.minute
                async let one = first.outguide(arguments, as: role, input: sample.input)
                async let other = second.outguide(arguments, as: role, input: sample.input)
                let runs = (try await one, try await other)
                (left, right) = (Self.text(runs.0, paper: isPaperAlike), Self.text(runs.1, paper: isPaperAlike))
                if left == right, runs.0.status == 5 { return .notPermitted }
                isOfOneMinute = minute == Self.minute
                if left == right || sample.changes || isOfOneMinute { break }
            }
            expectNoMarks(in: left, of: words)
            guard left != right else { continue }
            // Papers say when they were printed: what was changed in two minutes cannot be compared, nor repeated.
            guard isOfOneMinute || !sample.changes else { return .different }
            let isPermitted = Self.permitted.contains { left.contains($0) }
            let (here, there) = Pair.difference(left, right)
            #expect(isPermitted, "\(words)\n  \(here)\n  \(there)")
            return .different
        }
        return .alike
    }

    /// Whether both logs are still in the same state after a run.
    func areAlike(_ end: End) async throws -> Bool {
        guard end != .different else { return false }
        let left = try await first.parts.circulation.counts().entries
        return try await second.parts.circulation.counts().entries == left
    }

    func expectNoMarks(in text: String, of words: String) {
        for mark in twins.marks where !words.lowercased().contains(mark.lowercased()) {
            #expect(!text.contains(mark), "\(words) discloses \(mark)\n  \(text.prefix(500))")
        }
    }

    /// What may be said in the way of something concealed: neither what it is nor why it is in the way.
    private static let permitted = ["ask a supervisor", "this number was used before"]

    private static var minute: Int64 { Int64(Date().timeIntervalSince1970 / 60) }

    private static func text(_ run: ServedDaemon.Run, paper isShown: Bool) -> String {
        let files = run.files.sorted { $0.key < $1.key }.map { "\n\($0.key): \(shown($0.value))" }.joined()
        let printed = run.printed.map { "\nprinted: \(isShown ? shown($0) : "")" }.joined()
        return "\(run.status)\n\(shown(run.output))\n\(comparable(run.errors))\(files)\(printed)"
    }

    /// Text, or how long it is and what its digest is.
    private static func shown(_ bytes: [UInt8]) -> String {
        guard let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix("%PDF"), bytes.count < 100_000 else {
            return "\(bytes.count) bytes, \(bytes.hashValue)"
        }
        return comparable(text)
    }

    /// Without what differs between any two logs or runs: keys, names of stations of one run, ports of printers, times of this
    /// machine.
    static func comparable(_ text: String) -> String {
        Pair.comparable(text)
            .replacing(/#origin\+[0-9a-f]{8}/, with: "#key")
            .replacing(/terminal-[0-9]+-[0-9a-z]+/, with: "#station")
            .replacing(/127\.0\.0\.1:[0-9]+/, with: "#printer")
            .replacing(/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/, with: "#time")
            .replacing(/[0-9.]+ (ms|s|KiB|MiB|GiB)\b/, with: "#size")
            .replacing(/"(load_)?ms":[0-9.e-]+/, with: "#time")
    }
}

extension ServedDaemon {
    private static let end = "end of the test"

    /// What `command` shows while a supervisor scans something concealed and something else, in any order.
    func watched(
        _ command: [String],
        as role: Role,
        _ twins: TwinLogs,
        amongOthers isAmongOthers: Bool
    ) async throws -> String {
        let program = try start(command, as: role)
        while !parts.events.hasListeners, program.isRunning { await Task.yield() }
        for name in ["shelf3", isAmongOthers ? "roeInCart" : "pit", "loose"] {
            let reading = Reading(
                bytes: Array(try #require(twins.codes[name]).utf8),
                symbology: nil,
                station: try #require(StationName("desk")),
                scanner: nil,
                principal: .user(2_000),
                occurredAt: nil
            )
            await parts.board.tell(try await parts.circulation.receive(reading))
        }
        parts.events.publish(.logGrew(nil))
        let end = ScannerNotice(scanner: "none", station: nil, kind: "attached", message: Message(verbatim: Self.end))
        parts.events.publish(.scanner(end))
        let isScreen = command.first == "station"
        let isOutcome = { @Sendable (line: Substring) in
            line.contains("(loose)") && line.contains(#""event":"outcome""#)
        }
        let seen = await program.output {
            isScreen ? $0.split(separator: "\n").contains(where: isOutcome) : $0.contains(Self.end)
        }
        program.send(SIGINT)
        _ = await program.status()
        // A station is shown as it is when it is sent, which may be after the next scan.
        let lines = CommandPair.comparable(seen).split(separator: "\n").filter { line in
            isScreen ? isOutcome(line) : !line.contains(#""event":"station""#)
        }
        return lines.sorted().joined(separator: "\n")
    }
}

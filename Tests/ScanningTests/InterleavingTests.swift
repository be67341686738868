import TestSupport
import Testing

@testable import Scanning

/// Random barcodes from several scanners, cut into random pieces and sent in random turns.
@Suite(.timeLimit(.minutes(2))) struct InterleavingTests {
    private static let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./+ $%")

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...24, using: &generator)
        return String((0..<count).compactMap { _ in characters.randomElement(using: &generator) })
    }

    @Test(arguments: [11, 12, 13])
    func readingsStayWholeInOrderAndWithTheirScanner(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,memory=true"]) {
            try await $0.plug("a", serial: "a")
            try await $0.plug("b", serial: "b")
            try await $0.plug("s", .serial, serial: "s")
        }
        _ = await scanners.lines(4)
        var texts: [String: [String]] = [:]
        var pieces: [String: [String]] = [:]
        for device in ["a", "b", "s"] {
            texts[device] = (0..<20).map { _ in Self.text(&generator) }
            var rest = Substring((texts[device] ?? []).map { $0 + "\n" }.joined())
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...9, using: &generator))
                pieces[device, default: []].append(String(piece))
                rest = rest.dropFirst(piece.count)
            }
        }
        while let device = pieces.keys.sorted().randomElement(using: &generator) {
            guard let piece = pieces[device]?.first else { continue }
            if device == "s" {
                try await scanners.bed.send(device, Array(piece.utf8))
            } else {
                try await scanners.bed.type(device, piece)
            }
            pieces[device]?.removeFirst()
            if pieces[device]?.isEmpty == true { pieces[device] = nil }
        }
        let lines = await scanners.lines(60)
        for device in ["a", "b", "s"] {
            let start = "scan 05e0:1200:\(device) - \(device == "s" ? "lineFeed" : "enter") "
            #expect(lines.filter { $0.hasPrefix(start) } == (texts[device] ?? []).map { start + $0 }, "seed \(seed)")
        }
        #expect(lines.count == 60)
        _ = try await scanners.end()
    }
}

import TestSupport
import Testing

@testable import Scanning

/// Random barcodes from several guns, cut into random pieces and sent in random turns.
@Suite(.timeLimit(.minutes(2))) struct InterleavingTests {
    private static let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./+ $%")

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...24, using: &generator)
        return String((0..<count).compactMap { _ in characters.randomElement(using: &generator) })
    }

    @Test(arguments: [11, 12, 13])
    func readingsStayWholeInOrderAndWithTheirGun(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,memory=true"]) {
            try await $0.plug("a", serial: "a")
            try await $0.plug("b", serial: "b")
            try await $0.plug("s", .serial, serial: "s")
        }
        _ = await scanners.lines(4)
        var texts: [String: [String]] = [:]
        var pieces: [String: [String]] = [:]
        for gun in ["a", "b", "s"] {
            texts[gun] = (0..<20).map { _ in Self.text(&generator) }
            var rest = Substring((texts[gun] ?? []).map { $0 + "\n" }.joined())
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...9, using: &generator))
                pieces[gun, default: []].append(String(piece))
                rest = rest.dropFirst(piece.count)
            }
        }
        while let gun = pieces.keys.sorted().randomElement(using: &generator) {
            guard let piece = pieces[gun]?.first else { continue }
            if gun == "s" {
                try await scanners.bed.send(gun, Array(piece.utf8))
            } else {
                try await scanners.bed.type(gun, piece)
            }
            pieces[gun]?.removeFirst()
            if pieces[gun]?.isEmpty == true { pieces[gun] = nil }
        }
        let lines = await scanners.lines(60)
        for gun in ["a", "b", "s"] {
            let start = "scan 05e0:1200:\(gun) - \(gun == "s" ? "lineFeed" : "enter") "
            #expect(lines.filter { $0.hasPrefix(start) } == (texts[gun] ?? []).map { start + $0 }, "seed \(seed)")
        }
        #expect(lines.count == 60)
        _ = try await scanners.end()
    }
}

import TestSupport
import Testing

@testable import Scanning

/// Random input never traps, never makes a reading that may not be, and leaves the assembler able to read on.
@Suite struct FuzzTests {
    /// What holds for every reading whatever came.
    private static func isSound(_ outcome: ReadingOutcome) -> Bool {
        guard case .reading(let reading) = outcome else { return true }
        return !reading.text.isEmpty && reading.text.unicodeScalars.count <= ScanReading.longest
            && !reading.text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && String(decoding: reading.bytes, as: UTF8.self) == reading.text
    }

    @Test func keys() throws {
        let layouts = try ["us", "de", "fr", "cz"].map { try KeyMap(KeyboardLayout(name: $0)) }
        for seed in try FuzzSeeds.seeds("keys", count: 400) {
            var generator = SeededGenerator(seed: seed)
            let framing = ScanFraming.allCases.randomElement(using: &generator) ?? .suffix
            let held = Set(
                (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                    UInt16.random(in: 0...767, using: &generator)
                }
            )
            let map = try #require(layouts.randomElement(using: &generator))
            var assembler = KeyAssembler(state: try KeyState(map), framing: framing, held: held)
            for _ in 0..<300 {
                let code =
                    Bool.random(using: &generator)
                    ? UInt16.random(in: 0...127, using: &generator)
                    : [42, 56, 29, 100, 28, 15, 58, 82, 79, 41].randomElement(using: &generator) ?? 0
                let outcome =
                    switch Int.random(in: 0..<40, using: &generator) {
                    case 0: assembler.eventsDropped()
                    case 1: assembler.fellSilent()
                    case 2: assembler.key(UInt16.random(in: 0...UInt16.max, using: &generator), value: 1, time: 1)
                    case 3: assembler.key(code, value: Int32.random(in: -3...5, using: &generator), time: .max)
                    default: assembler.key(code, value: Int32.random(in: 0...1, using: &generator), time: 1)
                    }
                if let outcome { #expect(Self.isSound(outcome), "seed \(seed)") }
            }
            #expect(try readsOn(&assembler, framing), "seed \(seed)")
        }
    }

    /// Whether, once all keys are up and the ends have come, a barcode is read right.
    private func readsOn(_ assembler: inout KeyAssembler, _ framing: ScanFraming) throws -> Bool {
        func send(_ events: [(code: UInt16, value: Int32)]) -> [KeyResult] {
            events.compactMap { assembler.key($0.code, value: $0.value, time: 1) }.map(KeyResult.init)
        }
        _ = assembler.eventsDropped()
        let etx: [(code: UInt16, value: Int32)] = [(29, 1), (46, 1), (46, 0), (29, 0)]
        let stx: [(code: UInt16, value: Int32)] = [(29, 1), (48, 1), (48, 0), (29, 0)]
        let escape: [(code: UInt16, value: Int32)] = [(1, 1), (1, 0)]
        _ = send(USKeys.typing("\n\t") + (framing == .stxEtx ? etx : []) + (framing == .escape ? escape : []))
        _ = assembler.fellSilent()
        // These keys mean the same in all the layouts.
        let end =
            switch framing {
            case .stxEtx: etx
            case .escape: escape
            case .tab: USKeys.typing("\t")
            default: USKeys.typing("\n")
            }
        let barcode = send((framing.needsBeginning ? stx : []) + USKeys.typing("BTB") + end)
        return barcode.contains { if case .read("BTB", _) = $0 { true } else { false } }
    }

    @Test func descriptors() throws {
        for seed in try FuzzSeeds.seeds("descriptors", count: 3_000) {
            var generator = SeededGenerator(seed: seed)
            var bytes = VirtualPointOfSaleScanner.allCases.randomElement(using: &generator)?.descriptor ?? []
            if Bool.random(using: &generator) {
                bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                    .random(in: 0...255, using: &generator)
                }
            }
            for _ in 0..<Int.random(in: 0...12, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = .random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(.random(in: 0...255, using: &generator), at: place)
                }
            }
            guard let descriptor = try? ReportDescriptor(parsing: bytes) else { continue }
            #expect(descriptor.fields.count <= ReportDescriptor.mostFields, "seed \(seed)")
            for field in descriptor.fields {
                let end = descriptor.bits[field.reportID, default: 0]
                #expect(field.offset + field.size * field.count <= end, "seed \(seed)")
                #expect(end <= ReportDescriptor.mostBits, "seed \(seed)")
            }
            guard let layout = PointOfSaleLayout(descriptor) else { continue }
            var assembler = PointOfSaleAssembler(layout: layout)
            for _ in 0..<5 {
                let report =
                    [layout.reports.keys.min() ?? 0] + (0..<300).map { _ in .random(in: 0...255, using: &generator) }
                if let outcome = assembler.take(report, time: 1) { #expect(Self.isSound(outcome), "seed \(seed)") }
            }
        }
    }

    @Test func reports() throws {
        let layout = try #require(VirtualPointOfSaleScanner.common.layout)
        for seed in try FuzzSeeds.seeds("reports", count: 1_000) {
            var generator = SeededGenerator(seed: seed)
            var assembler = PointOfSaleAssembler(layout: layout)
            for _ in 0..<60 {
                let length = Int.random(in: 0...70, using: &generator)
                var report = (0..<length).map { _ in UInt8.random(in: 32...126, using: &generator) }
                if Bool.random(using: &generator), report.count > 1 {
                    report[0] = 2
                    report[1] = .random(in: 0...60, using: &generator)
                }
                let outcome =
                    Int.random(in: 0..<20, using: &generator) == 0
                    ? assembler.fellSilent() : assembler.take(report, time: 1)
                if let outcome { #expect(Self.isSound(outcome), "seed \(seed)") }
            }
            // At most two barcodes are refused until it reads on: the open one, and the one that may be its rest.
            let clean = VirtualPointOfSaleScanner.common.report(Array("BTB".utf8))
            let outcomes = (0..<3).map { _ in assembler.take(clean, time: 1).map(KeyResult.init) }
            #expect(outcomes.last == .report("BTB"), "seed \(seed)")
        }
    }

    @Test func serialBytes() throws {
        for seed in try FuzzSeeds.seeds("bytes", count: 1_000) {
            var generator = SeededGenerator(seed: seed)
            let framing = ScanFraming.allCases.randomElement(using: &generator) ?? .suffix
            var assembler = SerialAssembler(framing: framing)
            var marks = LineMarks()
            for _ in 0..<400 {
                let byte: UInt8 =
                    Int.random(in: 0..<4, using: &generator) == 0
                    ? [2, 3, 9, 10, 13, 0xff, 0].randomElement(using: &generator) ?? 0
                    : .random(in: 0...255, using: &generator)
                let outcome =
                    Int.random(in: 0..<50, using: &generator) == 0
                    ? assembler.fellSilent() : marks.take(byte).flatMap { assembler.take($0, time: 1) }
                if let outcome { #expect(Self.isSound(outcome), "seed \(seed)") }
            }
            let ends = framing == .escape ? "\u{1b}" : "\u{3}\t\r\n"
            _ = ends.utf8.map { assembler.take(.byte($0), time: 1) }
            _ = assembler.fellSilent()
            let text =
                switch framing {
                case .stxEtx: "\u{2}BTB\u{3}"
                case .stxCarriageReturn: "\u{2}BTB\r"
                case .escape: "BTB\u{1b}"
                case .tab: "BTB\t"
                default: "BTB\r\n"
                }
            // A pause that was too long costs one barcode, the one that may be the rest.
            let outcomes = (text + text).utf8.compactMap { assembler.take(.byte($0), time: 1) }.map(KeyResult.init)
            #expect(outcomes.contains { if case .read("BTB", _) = $0 { true } else { false } }, "seed \(seed)")
        }
    }
}

import Barcodes
import Foundation
import TestSupport
import Testing

@testable import Labels

/// Against a printer that takes ZPL from a port.
@Suite struct SocketPressTests {
    private func document(_ serials: ClosedRange<Int> = 42...42) async throws -> PrintDocument {
        let contents = try serials.map { try Samples.content($0, title: "Protokolle 北京 \($0)") }
        let pages = try await LabelRenderer().rasters(contents, template: Samples.box(), target: .common)
        return ZPLDocument.of(pages)
    }

    @Test func whatArrivesReadsAsTheLabels() async throws {
        let document = try await document(42...44)
        try await SocketPrinter.with { printer in
            try await SocketPress().print(document, host: "127.0.0.1", port: printer.port, answers: true) {
            } report: { _ in
            }
            let scratch = try ScratchDirectory()
            var read: [String] = []
            for (index, format) in printer.formats.enumerated() {
                let picture = try scratch.write(try ZPLPicture(format).pbm, as: "\(index).pbm")
                read += try await ExternalProgram.codes(in: [picture])
            }
            #expect(read == (try (42...44).map { try Samples.barcode($0).text }))
        }
    }

    @Test(arguments: ["out-of-labels", "cover-open", "ribbon-empty", "printer-stopped", "printer-offline"])
    func whatKeepsItFromPrintingIsToldBeforeAnythingIsSent(kind: String) async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            switch kind {
            case "out-of-labels": printer.condition.isOutOfLabels = true
            case "cover-open": printer.condition.isOpen = true
            case "ribbon-empty": printer.condition.isWithoutRibbon = true
            case "printer-stopped": printer.condition.isPaused = true
            default: printer.condition.answers = false
            }
            let error = try await #require(throws: PrintError.self) {
                try await SocketPress().print(document, host: "127.0.0.1", port: printer.port, answers: true) {
                    Issue.record("it was begun")
                } report: { _ in
                }
            }
            #expect(error.kind == kind, "\(error)")
            #expect(printer.formats.isEmpty)
        }
    }

    /// It stands still with labels left; once the roll is changed it is done.
    @Test func aPrinterThatRunsOutIsWaitedFor() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            let (troubles, tell) = AsyncStream.makeStream(of: PrintError?.self)
            let port = printer.port
            let printing = Task {
                try await SocketPress().print(document, host: "127.0.0.1", port: port, answers: true) {
                    printer.condition.remaining = 1
                    printer.condition.isOutOfLabels = true
                } report: { trouble in
                    tell.yield(trouble)
                }
                tell.finish()
            }
            var kinds: [String?] = []
            for await trouble in troubles {
                kinds.append(trouble?.kind)
                printer.condition.isOutOfLabels = false
                if trouble == nil { printer.condition.remaining = 0 }
            }
            try await printing.value
            #expect(kinds == ["out-of-labels", nil])
        }
    }

    @Test func aPrinterThatHangsUpLeavesTheEndOpen() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.hangsUp = true
            let error = try await #require(throws: PrintError.self) {
                try await SocketPress().print(document, host: "127.0.0.1", port: printer.port, answers: true) {
                } report: { _ in
                }
            }
            #expect(["print-interrupted", "printer-offline"].contains(error.kind), "\(error)")
        }
    }

    @Test func aPrinterThatNeverAnswersIsTakenAtItsWord() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.answers = false
            try await SocketPress().print(document, host: "127.0.0.1", port: printer.port, answers: false) {
            } report: { _ in
            }
            #expect(printer.formats.count == 1)
            #expect(printer.questions == 0)
        }
    }

    /// It is given up like one that says nothing: others wait meanwhile.
    @Test func aPrinterThatNeverEndsItsAnswerIsOffline() async throws {
        try await SocketPrinter.with { printer in
            printer.condition.dawdles = true
            let start = ContinuousClock.now
            let error = try await #require(throws: PrintError.self) {
                try await SocketPress().check(host: "127.0.0.1", port: printer.port, answers: true)
            }
            #expect(error.kind == "printer-offline")
            // Three seconds; at its pace the answer would be too long only after minutes.
            #expect(start.duration(to: .now) < .seconds(30))
        }
    }

    @Test func aPrinterThatHangsHoldsUpNobodyElse() async throws {
        let document = try await document()
        let press = SocketPress()
        try await SocketPrinter.with { silent in
            silent.condition.answers = false
            let port = silent.port
            // Each waits three seconds for an answer, one after the other.
            async let asked: Void = withDiscardingTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask { try? await press.check(host: "127.0.0.1", port: port, answers: true) }
                }
            }
            while silent.questions == 0 { await Task.yield() }
            try await SocketPrinter.with { other in
                try await press.print(document, host: "127.0.0.1", port: other.port, answers: true) {
                } report: { _ in
                }
                #expect(other.formats.count == 1)
            }
            #expect(silent.questions < 3)
            await asked
        }
    }

    @Test func nobodyThereIsOffline() async throws {
        let document = try await document()
        let error = try await #require(throws: PrintError.self) {
            try await SocketPress().print(document, host: "127.0.0.1", port: 1, answers: true) {
            } report: { _ in
            }
        }
        #expect(error.kind == "printer-offline")
    }

    @Test(arguments: ["", "\u{2}\u{3}\u{2}\u{3}\u{2}\u{3}", "\u{2}a,b,c\u{3}", "HTTP/1.1 400 Bad Request"])
    func whatIsNoStatusIsNotTakenForOne(text: String) { #expect(SocketStatus(Array(text.utf8)) == nil) }

    @Test func randomAnswersNeverBreakIt() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                [2, 3, 44, 48, 49, 57, 13, 10, 255].randomElement(using: &generator) ?? UInt8(0)
            }
            if let status = SocketStatus(bytes) { #expect(status.obstacles.count <= 3) }
        }
    }
}

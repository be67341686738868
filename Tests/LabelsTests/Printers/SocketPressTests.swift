import Barcodes
import Foundation
import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

/// Against a printer that takes ZPL from a port.
@Suite struct SocketPressTests {
    private func document(_ serials: ClosedRange<Int> = 42...42) async throws -> PrintDocument {
        let contents = try serials.map { try Samples.content($0, title: "Protokolle 北京 \($0)") }
        let pages = try await LabelRenderer().rasters(contents, template: Samples.box(), target: .common)
        return ZPLDocument.of(pages).counted(PrintDocument.Pages(count: pages.count, millimetres: 50))
    }

    private func place(_ port: UInt16) -> SocketPress.Place {
        SocketPress.Place(name: "zebra", host: "127.0.0.1", port: port)
    }

    private func print(
        _ document: PrintDocument,
        at port: UInt16,
        answers: Bool = true,
        despite: OverriddenTroubles = [],
        report: @Sendable (PrintError?) async throws -> Void = { _ in }
    ) async throws -> PrinterWord {
        try await SocketPress().print(document, on: place(port), answers: answers, despite: despite) {
        } report: {
            try await report($0)
        }
    }

    @Test func whatArrivesReadsAsTheLabels() async throws {
        let document = try await document(42...44)
        try await SocketPrinter.with { printer in
            #expect(try await print(document, at: printer.port) == .printed)
            let scratch = try ScratchDirectory()
            var read: [String] = []
            for (index, format) in printer.formats.enumerated() {
                let picture = try scratch.write(try ZPLPicture(format).pbm, as: "\(index).pbm")
                read += try await ExternalProgram.codes(in: [picture])
            }
            #expect(read == (try (42...44).map { try Samples.barcode($0).text }))
        }
    }

    @Test(arguments: ["out-of-labels", "cover-open", "ribbon-empty", "printer-paused", "printer-silent"])
    func whatKeepsItFromPrintingIsToldBeforeAnythingIsSent(kind: String) async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            switch kind {
            case "out-of-labels": printer.condition.isOutOfLabels = true
            case "cover-open": printer.condition.isOpen = true
            case "ribbon-empty": printer.condition.isWithoutRibbon = true
            case "printer-paused": printer.condition.isPaused = true
            default: printer.condition.answers = false
            }
            let error = try await #require(throws: PrintError.self) {
                try await SocketPress().print(document, on: place(printer.port), answers: true) {
                    Issue.record("it was begun")
                } report: { _ in
                }
            }
            #expect(error.kind == kind, "\(error)")
            // What is advised is for a printer without a queue.
            #expect(error.description.contains("zebra") && !error.description.contains("cupsenable"), "\(error)")
            #expect(printer.formats.isEmpty)
        }
    }

    /// It stands still with labels left; once the roll is changed it is done.
    @Test func aPrinterThatRunsOutIsWaitedFor() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            let (troubles, tell) = AsyncStream.makeStream(of: PrintError?.self)
            let place = place(printer.port)
            let printing = Task {
                defer { tell.finish() }
                return try await SocketPress().print(document, on: place, answers: true) {
                    printer.condition.remaining = 1
                    printer.condition.isOutOfLabels = true
                } report: { trouble in
                    tell.yield(trouble)
                }
            }
            var kinds: [String?] = []
            for await trouble in troubles {
                if kinds.last != .some(trouble?.kind) { kinds.append(trouble?.kind) }
                printer.condition.isOutOfLabels = false
                if trouble == nil { printer.condition.remaining = 0 }
            }
            let word = try await printing.value
            #expect(word == .printed)
            #expect(kinds == ["out-of-labels", nil])
        }
    }

    @Test func aPrinterThatHangsUpLeavesTheEndOpen() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.hangsUp = true
            printer.condition.count = nil
            let error = try await #require(throws: PrintError.self) {
                try await print(document, at: printer.port)
            }
            #expect(["print-interrupted", "printer-offline"].contains(error.kind), "\(error)")
        }
    }

    @Test func whatAPrinterTookThatNeverAnswersIsInDoubt() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.answers = false
            let word = try await print(document, at: printer.port, answers: false)
            #expect(word == .unknown(Message("it never says how it is")))
            guard case .doubtful(.unconfirmed) = PrintedJob(on: "zebra", word: word).outcome else {
                Issue.record("it is not in doubt")
                return
            }
            #expect(printer.formats.count == 1)
            #expect(printer.questions == 0)
        }
    }

    /// It is given up like one that says nothing: others wait meanwhile.
    @Test func aPrinterThatNeverEndsItsAnswerIsGivenUp() async throws {
        try await SocketPrinter.with { printer in
            printer.condition.dawdles = true
            let start = ContinuousClock.now
            let error = try await #require(throws: PrintError.self) {
                try await SocketPress().check(place(printer.port), answers: true)
            }
            #expect(error.kind == "printer-silent")
            // Ten seconds; at its pace the answer would be too long only after minutes.
            #expect(start.duration(to: .now) < .seconds(30))
        }
    }

    @Test func aPrinterThatHangsHoldsUpNobodyElse() async throws {
        let document = try await document()
        let press = SocketPress()
        try await SocketPrinter.with { silent in
            silent.condition.answers = false
            let place = place(silent.port)
            // Each waits ten seconds for an answer, one after the other.
            async let asked: Void = withDiscardingTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask { try? await press.check(place, answers: true) }
                }
            }
            while silent.questions == 0 { await Task.yield() }
            try await SocketPrinter.with { other in
                let place = self.place(other.port)
                _ = try await press.print(document, on: place, answers: true) {
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
            try await print(document, at: 1)
        }
        #expect(error.kind == "printer-offline")
    }

    /// Whatever somebody did at its keys: its counter knows what came out.
    @Test(arguments: [0, 3, 9])
    func aPrinterThatCountsFewerLabelsThanItGotHasNotPrintedAll(comesOut: Int) async throws {
        let document = try await document(42...51)
        try await SocketPrinter.with { printer in
            printer.condition.count = 1_000
            printer.condition.comesOut = comesOut
            let word = try await print(document, at: printer.port)
            #expect(
                word
                    == .failed(
                        Message("it counted \(comesOut, "count") of \(10, "needed") labels, and has nothing left")
                    )
            )
            guard case .doubtful(.spoilt) = PrintedJob(on: "zebra", word: word).outcome else {
                Issue.record("it is not in doubt")
                return
            }
        }
    }

    @Test func aPrinterThatCountsAllLabelsHasPrintedThem() async throws {
        let document = try await document(42...44)
        try await SocketPrinter.with { printer in
            printer.condition.count = 1_000
            let word = try await print(document, at: printer.port)
            #expect(word == .printed)
            #expect(printer.condition.count == 1_003)
        }
    }

    /// Without a counter: somebody may have cancelled between two questions, so only a person knows.
    @Test func aPrinterThatCountsNothingLeavesLabelsInDoubt() async throws {
        let document = try await document(42...44)
        try await SocketPrinter.with { printer in
            printer.condition.count = nil
            let word = try await print(document, at: printer.port)
            #expect(word == .unknown(Message("it keeps no counter")))
            guard case .doubtful(.unconfirmed) = PrintedJob(on: "zebra", word: word).outcome else {
                Issue.record("it is not in doubt")
                return
            }
        }
    }

    /// The length that it printed says as much, where it has no counter of labels.
    @Test(arguments: [
        (nil, PrinterWord.printed), (4, .failed(Message("it counted less"))),
    ])
    func aPrinterThatCountsLengthIsJudgedByIt(comesOut: Int?, expected: PrinterWord) async throws {
        let document = try await document(42...51)
        try await SocketPrinter.with { printer in
            printer.condition.count = nil
            printer.condition.printed = 0
            printer.condition.comesOut = comesOut
            let word = try await print(document, at: printer.port)
            if comesOut == nil {
                #expect(word == expected)
            } else if case .failed(let words) = word {
                #expect(words.english.contains("of at least 473 mm of labels, and has nothing left"), "\(words)")
            } else {
                Issue.record("\(word)")
            }
        }
    }

    /// The short status has no word for them.
    @Test(arguments: [
        (UInt32(0x8), "printer-not-ready", "cutter-fault"), (0x1000, "media-jam", "left"),
        (0x1_0000, "printer-paused", "left"),
        (0x1, "out-of-labels", "left"), (0x8000_0000, "printer-not-ready", "error-80000000"),
    ])
    func anErrorThatOnlyTheLongStatusNamesIsToldBeforeAnythingIsSent(
        flags: UInt32,
        kind: String,
        words: String
    ) async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.errors = flags
            let error = try await #require(throws: PrintError.self) { try await print(document, at: printer.port) }
            #expect(error.kind == kind && error.description.contains(words), "\(error)")
            #expect(printer.formats.isEmpty)
            printer.condition.errors = 0
            #expect(try await print(document, at: printer.port) == .printed)
        }
    }

    /// It stands still with labels left, and only says why when it is asked for its errors.
    @Test func anErrorInTheMiddleIsTold() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.errors = 0
            let word = try await SocketPress().print(document, on: place(printer.port), answers: true) {
                printer.condition.remaining = 1
                printer.condition.errors = 0x8
            } report: { trouble in
                guard let trouble else { return }
                #expect(
                    trouble.kind == "printer-not-ready" && trouble.description.contains("cutter-fault"),
                    "\(trouble)"
                )
                printer.condition.errors = 0
                printer.condition.remaining = 0
            }
            #expect(word == .printed)
        }
    }

    @Test(arguments: [
        "", "ERRORS:", "ERRORS: 1 00000000", "ERRORS: 2 00000000 00000001", "ERRORS: 1 00000000 1",
        "\u{2}ERRORS: x y z\u{3}",
    ])
    func whatNamesNoErrorsIsNotTakenForNone(text: String) { #expect(HostErrors(Array(text.utf8)) == nil) }

    /// A late answer to one question does not spoil the next.
    @Test func aStatusIsFoundBehindALateAnswer() {
        let late = "\u{2}\r\n  ERRORS:  0 00000000 00000000\r\n\u{3}\r\n"
        let first = "\u{2}030,1,0,0406,000,0,0,0,000,0,0,0\u{3}\r\n\u{2}001,0,0,0,1,2,4,0,00000000,1,000\u{3}\r\n"
        #expect(!SocketStatus.isWhole(Array((late + first).utf8)))
        let whole = Array((late + first + "\u{2}1234,0\u{3}\r\n").utf8)
        #expect(SocketStatus.isWhole(whole))
        #expect(SocketStatus(whole)?.obstacles == [.mediaEmpty])
    }

    /// Without a counter: what is left when the pause key is pressed goes with the cancel key.
    @Test func whatGoesWhileAPrinterIsPausedIsNotPrinted() async throws {
        let document = try await document(42...51)
        try await SocketPrinter.with { printer in
            printer.condition.count = nil
            let word = try await SocketPress().print(document, on: place(printer.port), answers: true) {
                printer.condition.remaining = 7
                printer.condition.isPaused = true
            } report: { trouble in
                guard trouble?.kind == "printer-paused" else { return }
                printer.condition.remaining = 0
                printer.condition.isPaused = false
            }
            #expect(word == .failed(Message("what it had left went while it was halted")))
        }
    }

    /// Each is said at once, keeps nobody from waiting, and passes.
    @Test(arguments: ["label-to-take", "head-temperature"])
    func whatAPrinterWaitsForIsSaid(kind: String) async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            let word = try await SocketPress().print(document, on: place(printer.port), answers: true) {
                printer.condition.remaining = 1
                if kind == "label-to-take" {
                    printer.condition.holdsLabel = true
                } else {
                    printer.condition.isTooHot = true
                }
            } report: { trouble in
                guard let trouble else { return }
                #expect(trouble.kind == kind && trouble.isPassing, "\(trouble)")
                printer.condition.holdsLabel = false
                printer.condition.isTooHot = false
                printer.condition.remaining = 0
            }
            #expect(word == .printed)
        }
    }

    /// It is not off: it still has to do with what it got.
    @Test func aPrinterThatAnswersLateIsWaitedFor() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            let word = try await SocketPress().print(document, on: place(printer.port), answers: true) {
                printer.condition.answers = false
            } report: { trouble in
                guard let trouble else { return }
                #expect(trouble.kind == "printer-busy" && trouble.isPassing, "\(trouble)")
                // It owes an answer; the connection stays.
                printer.answerLate()
            }
            #expect(word == .printed)
        }
    }

    /// A clerk who knows better may say so.
    @Test func aPrinterThatWronglyReportsTroublePrintsDespiteIt() async throws {
        let document = try await document()
        try await SocketPrinter.with { printer in
            printer.condition.isWithoutRibbon = true
            let error = try await #require(throws: PrintError.self) { try await print(document, at: printer.port) }
            #expect(error.kind == "ribbon-empty")
            #expect(try await print(document, at: printer.port, despite: ["ribbon-empty"]) == .printed)
        }
    }

    @Test(arguments: [
        ("\"1003\"", LabelCounter.labels, 1_003 as Int?), ("\u{2}030,0\u{3}\r\n\"7\"", .labels, 7),
        ("\"?\"", .labels, nil),
        ("\"-1\"", .labels, nil), ("\"99999999999999999999\"", .labels, nil), ("", .labels, nil), ("\"", .labels, nil),
        ("\"8560 INCHES, 21744 CENTIMETERS\"", .length, 21_744), ("\"8560 INCHES\"", .length, nil),
        ("PRINT METERS\r\nTOTAL NONRESETTABLE:     8560 \"   \r\nUSER", .meter, 217_424),
        ("TOTAL NONRESETTABLE: 21744 cm\r\n", .meter, 217_440), ("TOTAL NONRESETTABLE: 21744\r\n", .meter, nil),
        ("TOTAL NONRESETTABLE: -1 cm\r\n", .meter, nil), ("PRINT METERS\r\n", .meter, nil),
    ])
    func aCounterIsRead(answer: String, counter: LabelCounter, count: Int?) {
        #expect(counter.count(in: Array(answer.utf8)) == count)
    }

    /// Whole inches do not tell one short label from none.
    @Test func aLengthCountsOnlyForWhatItCanTell() {
        #expect(LabelCounter.length.rise(for: PrintDocument.Pages(count: 10, millimetres: 50)) == 47)
        #expect(LabelCounter.length.rise(for: PrintDocument.Pages(count: 10, millimetres: 25)) == nil)
        #expect(LabelCounter.labels.rise(for: PrintDocument.Pages(count: 10, millimetres: 25)) == 10)
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

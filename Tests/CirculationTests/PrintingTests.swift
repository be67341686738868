import Barcodes
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Runs of labels as the log keeps them, and labels that wait to be scanned.
@Suite struct PrintingTests {
    private func printing(_ barcodes: [Barcode], reason: String? = nil) throws -> NewPrinting {
        NewPrinting(
            labels: .of(barcodes),
            template: "box",
            printer: "zebra",
            reason: try reason.map { try FreeText($0) }
        )
    }

    private func key(_ text: String, _ request: String = "print") throws -> RequestKey {
        try #require(RequestKey(text, of: .user(1000), request: Array(request.utf8)))
    }

    /// Prints the labels of a run as a printer would.
    private func finish(_ number: PrintBatchNumber, in scratch: ScratchCirculation) async throws {
        let labels = try await scratch.circulation.labels(of: number, in: .waiting, limit: 100).map(\.label)
        try await scratch.circulation.noteSent(labels.map(\.position), of: number, job: 17)
        try await scratch.circulation.notePrinted(labels, of: number, job: 17)
    }

    @Test func aRunMintsOnceForTheSameKey() async throws {
        try await ScratchCirculation.with { scratch in
            let new = NewPrinting(labels: .new(20, NewEntity(type: .container)), template: "box", printer: "zebra")
            let first = try await scratch.circulation.begin(new, by: scratch.clerk, key: key("k"))
            let again = try await scratch.circulation.begin(new, by: scratch.clerk, key: key("k"))
            #expect(first == again)
            #expect(try await scratch.circulation.counts().entities[.container] == 20)
            let batch = try await scratch.circulation.printBatch(first)
            #expect(batch.isMinted)
            #expect(batch.tally[.waiting] == 20)
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await scratch.circulation.begin(new, by: scratch.clerk, key: key("k", "another"))
            }
            let texts = try await scratch.circulation.labels(of: first, limit: 100).map(\.thing.entity.barcode.text)
            #expect(Set(texts).count == 20)
        }
    }

    @Test func whatIsWrongLeavesNothing() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            let unknown = try Barcode(parsing: "NOBODY 1")
            for printing in [
                try printing([box, unknown]), try printing([]),
                NewPrinting(labels: .new(0, NewEntity(type: .item)), template: "box", printer: "zebra"),
                NewPrinting(labels: .new(5_001, NewEntity(type: .item)), template: "box", printer: "zebra"),
                NewPrinting(
                    labels: .new(2, NewEntity(type: .item, barcode: unknown)),
                    template: "box",
                    printer: "zebra"
                ),
            ] {
                await #expect(throws: Refusal.self) { try await scratch.circulation.begin(printing, by: scratch.clerk) }
            }
            #expect(try await scratch.circulation.printBatches(before: nil, onlyOpen: false, limit: 10).isEmpty)
            #expect(try await scratch.circulation.counts().entries == 1)
        }
    }

    @Test func aLabelWaitsUntilItIsScanned() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf 1")
            let box = try await scratch.add(.container, "Minutes")
            let number = try await scratch.circulation.begin(try printing([box, shelf]), by: scratch.clerk)
            #expect(try await scratch.circulation.pendingLabels(after: nil, limit: 10).isEmpty)
            try await finish(number, in: scratch)
            let pending = try await scratch.circulation.pendingLabels(after: nil, limit: 10)
            #expect(pending.map(\.thing.entity.barcode) == [box, shelf])
            let rest = try await scratch.circulation.pendingLabels(after: pending[0].label.print, limit: 10)
            #expect(rest.map(\.thing.entity.barcode) == [shelf])
            // A place counts when it opens, a box when it goes there, and twice is once.
            for text in [shelf.text, box.text, box.text] { _ = try await scratch.scan(text) }
            #expect(try await scratch.circulation.pendingLabels(after: nil, limit: 10).isEmpty)
            let history = try await scratch.circulation.history(of: box, before: nil, limit: 10)
            #expect(
                history.map(\.line.entry.fact.kind) == ["label-applied", "relocated", "label-printed", "registered"]
            )
            #expect(history[0].line.entry.reading != nil)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test func aLabelThatIsPrintedAgainNeedsAReasonAndWaitsAgain() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            try await finish(try await scratch.circulation.begin(try printing([box]), by: scratch.clerk), in: scratch)
            _ = try await scratch.scan(box.text)
            let refusal = try await #require(throws: Refusal.self) {
                try await scratch.circulation.begin(try printing([box]), by: scratch.clerk)
            }
            #expect(refusal.kind == .reasonMissing)
            let again = try await scratch.circulation.begin(try printing([box], reason: "torn off"), by: scratch.clerk)
            try await finish(again, in: scratch)
            #expect(try await scratch.circulation.pendingLabels(after: nil, limit: 10).count == 1)
            let newest = try await scratch.circulation.history(of: box, before: nil, limit: 1).first
            #expect(newest?.line.entry.fact.reason == "torn off")
            // Why it was stands in the entry alone, from which it can be expunged.
            #expect(try await scratch.circulation.printBatch(again).reason == nil)
        }
    }

    /// The old label may be scanned for ever: it says nothing of the new one.
    @Test func aReplacementIsAnotherLabel() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            try await finish(try await scratch.circulation.begin(try printing([box]), by: scratch.clerk), in: scratch)
            let new = try await scratch.circulation.label(box, with: nil, role: .primary, by: scratch.clerk).entity
                .barcode
            #expect(try await scratch.circulation.pendingLabels(after: nil, limit: 10).isEmpty)
            // It was never printed, so no reason is needed.
            try await finish(try await scratch.circulation.begin(try printing([new]), by: scratch.clerk), in: scratch)
            _ = try await scratch.scan(box.text)
            #expect(
                try await scratch.circulation.pendingLabels(after: nil, limit: 10).map(\.thing.entity.barcode) == [new]
            )
            _ = try await scratch.scan(new.text)
            #expect(try await scratch.circulation.pendingLabels(after: nil, limit: 10).isEmpty)
            let kinds = try await scratch.circulation.history(of: box, before: nil, limit: 10).map(
                \.line.entry.fact.kind
            )
            #expect(kinds == ["label-applied", "label-printed", "relabelled", "label-printed", "registered"])
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test func labelsInDoubtAreDecidedByAClerk() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            let number = try await circulation.begin(try printing(boxes), by: scratch.clerk)
            try await circulation.noteSent([1, 2], of: number, job: 5)
            try await circulation.noteDoubtful([1, 2], of: number, job: 5)
            try await circulation.decide(.print, in: number, by: scratch.clerk)
            #expect(try await circulation.printBatch(number).tally[.waiting] == 2)
            try await circulation.noteDoubtful([1], of: number, job: 6)
            try await circulation.decide(.keep, in: number, by: scratch.clerk)
            var batch = try await circulation.printBatch(number)
            #expect((batch.state, batch.tally[.printed], batch.tally[.waiting]) == (.open, 1, 1))
            try await finish(number, in: scratch)
            batch = try await circulation.printBatch(number)
            #expect((batch.state, batch.tally[.printed]) == (.done, 2))
            await #expect(throws: Refusal.self) { try await circulation.cancelPrinting(number) }
            #expect(try await circulation.pendingLabels(after: nil, limit: 10).count == 2)
        }
    }

    /// A repeated decision does not concern labels that became doubtful since.
    @Test func aDecisionIsMadeOnceForAKey() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            let number = try await circulation.begin(try printing(boxes), by: scratch.clerk)
            let key = try #require(RequestKey("k", of: scratch.clerk.principal, request: Array("print".utf8)))
            try await circulation.noteDoubtful([1], of: number, job: 5)
            try await circulation.decide(.print, in: number, by: scratch.clerk, key: key)
            try await circulation.noteDoubtful([1, 2], of: number, job: 6)
            try await circulation.decide(.print, in: number, by: scratch.clerk, key: key)
            #expect(try await circulation.printBatch(number).tally[.doubtful] == 2)
            let other = try #require(RequestKey("k", of: scratch.clerk.principal, request: Array("keep".utf8)))
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await circulation.decide(.keep, in: number, by: scratch.clerk, key: other)
            }
        }
    }

    @Test func aCancelledRunKeepsWhatIsKnown() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let new = NewPrinting(labels: .new(3, NewEntity(type: .item)), template: "tab", printer: "zebra")
            let number = try await circulation.begin(new, by: scratch.clerk)
            let first = try await circulation.labels(of: number, limit: 1).map(\.label)
            try await circulation.notePrinted(first, of: number, job: 1)
            try await circulation.cancelPrinting(number)
            let batch = try await circulation.printBatch(number)
            #expect((batch.state, batch.tally[.printed], batch.tally[.cancelled]) == (.cancelled, 1, 2))
            #expect(try await circulation.printBatches(before: nil, onlyOpen: true, limit: 10).isEmpty)
        }
    }

    /// What may have come out is to be looked for, also once nobody wants the rest.
    @Test func labelsInDoubtAreCountedUntilSomebodyLooked() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let new = NewPrinting(labels: .new(3, NewEntity(type: .container)), template: "box", printer: "zebra")
            let first = try await circulation.begin(new, by: scratch.clerk, key: nil)
            let second = try await circulation.begin(new, by: scratch.clerk, key: nil)
            #expect(try await circulation.doubts().isEmpty)
            for number in [first, second] {
                try await circulation.noteSent([1, 2], of: number, job: 17, name: "labels \(number)/1 x")
                try await circulation.noteDoubtful([1, 2], of: number, job: 17)
                try await circulation.cancelPrinting(number)
            }
            let labels = try await circulation.labels(of: first, in: .doubtful, limit: 10).map(\.label)
            #expect(labels.map(\.jobName) == ["labels 1/1 x", "labels 1/1 x"])
            #expect(try await circulation.doubts().map(\.batch) == [first, second])
            #expect(try await circulation.doubts().map(\.labels) == [2, 2])
            try await circulation.decide(.keep, in: first, by: scratch.clerk)
            #expect(try await circulation.printBatch(first).tally[.printed] == 2)
            // They are not there, and not wanted.
            try await circulation.decide(.print, in: second, by: scratch.clerk)
            #expect(try await circulation.printBatch(second).tally[.cancelled] == 3)
            #expect(try await circulation.doubts().isEmpty)
            await #expect(throws: Refusal.self) { try await circulation.decide(.keep, in: second, by: scratch.clerk) }
        }
    }

    /// Whoever reads a number that was minted for the run reads the label that it printed.
    @Test func aLabelInDoubtThatIsScannedCameOut() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let old = try await scratch.add(.container)
            let minted = NewPrinting(labels: .new(2, NewEntity(type: .container)), template: "box", printer: "usb")
            let numbers = [
                try await circulation.begin(minted, by: scratch.clerk),
                try await circulation.begin(try printing([old]), by: scratch.clerk),
            ]
            for number in numbers {
                let labels = try await circulation.labels(of: number, limit: 10).map(\.label.position)
                try await circulation.noteSent(labels, of: number, job: 17)
                try await circulation.noteDoubtful(labels, of: number, job: 17)
            }
            let boxes = try await circulation.labels(of: numbers[0], limit: 10).map(\.thing.entity.barcode)
            // A thing that there was may bear another label.
            for box in [boxes[0], old] { _ = try await scratch.scan(box.text) }
            #expect(try await circulation.doubts().map(\.labels) == [1, 1])
            #expect(try await circulation.printBatch(numbers[0]).tally[.printed] == 1)
            let history = try await circulation.history(of: boxes[0], before: nil, limit: 10).map(\.line.entry)
            #expect(history.map(\.fact.kind).contains("label-applied"), "\(history)")
            #expect(history.first { $0.fact.kind == "label-printed" }?.reading != nil)
            _ = try await scratch.scan(boxes[1].text)
            #expect(try await circulation.printBatch(numbers[0]).state == .done)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// The run and each of its entries keep what was overridden.
    @Test func whatWasPrintedDespiteTroubleSaysSo() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            let new = NewPrinting(labels: .of([box]), template: "box", printer: "zebra", despite: ["wrong-media"])
            let number = try await scratch.circulation.begin(new, by: scratch.clerk, key: nil)
            let other = Principal.user(4_242)
            try await scratch.circulation.note(despite: ["out-of-labels", "wrong-media"], of: number, by: other)
            try await scratch.circulation.note(mediaDoubt: "no-answer", of: number)
            try await scratch.circulation.note(mediaDoubt: "does-not-say", of: number)
            try await finish(number, in: scratch)
            let batch = try await scratch.circulation.printBatch(number)
            #expect(batch.state == .done)
            // Each kind is by who said it first.
            let overrides = [
                PrintOverride(kind: "wrong-media", by: batch.principal),
                PrintOverride(kind: "out-of-labels", by: other),
            ]
            #expect(batch.overrides == overrides)
            #expect(batch.mediaDoubt == "no-answer")
            let entry = try #require(try await scratch.circulation.history(of: box, before: nil, limit: 1).first).line
                .entry
            guard case .labelPrinted(let print) = entry.fact else {
                Issue.record("\(entry)")
                return
            }
            #expect(print.circumstances.despite == ["wrong-media", "out-of-labels"])
            #expect(print.circumstances.overriders == ["out-of-labels": other])
            #expect(print.circumstances.mediaDoubt == "no-answer")
            #expect(entry.principal == batch.principal)
        }
    }

    @Test func suppliesFollowWhatIsPrintedAndRegistered() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let (roll, boxes) = (try #require(SupplyName("roll")), try #require(SupplyName("boxes")))
            let early = try await scratch.add(.container)
            try await circulation.note(.received(roll, units: 100), by: scratch.clerk, key: key("r"))
            try await circulation.note(.received(roll, units: 100), by: scratch.clerk, key: key("r"))
            try await circulation.note(.counted(boxes, units: 10), by: scratch.clerk)
            let late = [try await scratch.add(.container), try await scratch.add(.container)]
            let number = try await circulation.begin(try printing([early] + late), by: scratch.clerk)
            try await finish(number, in: scratch)
            let uses = ["kind:box": 2, "printer:zebra": 3, "template:box": 3]
            var stocks = try await circulation.supplies()
            #expect(stocks.map(\.name) == [boxes, roll])
            #expect(stocks.map(\.declared) == [10, 100])
            #expect(stocks.map(\.uses) == [uses, uses])
            // What comes in adds to it, and a count begins anew.
            try await circulation.note(.received(roll, units: 50), by: scratch.clerk)
            try await circulation.note(.counted(boxes, units: 7), by: scratch.clerk)
            _ = try await scratch.add(.container)
            stocks = try await circulation.supplies()
            #expect(stocks.map(\.declared) == [7, 150])
            #expect(stocks.map { $0.uses["kind:box"] } == [1, 3])
            #expect(stocks.map { $0.uses["printer:zebra"] } == [0, 3])
            await #expect(throws: Refusal.self) {
                try await circulation.note(.received(roll, units: 0), by: scratch.clerk)
            }
            #expect(try await scratch.log.verify().problems == [])
            try await scratch.log.rebuild()
            #expect(try await circulation.supplies() == stocks)
        }
    }

    @Test func aPrinterIsMeasuredAndForgotten() async throws {
        try await ScratchCirculation.with { scratch in
            #expect(try await scratch.circulation.adjustment(of: "zebra") == nil)
            let kept = try await scratch.circulation.adjust("zebra") { now in
                PrinterAdjustment(offsetX: 0.25, offsetY: -1, scaleX: 1.01, scaleY: 0.99, measuredAt: now)
            }
            #expect(try await scratch.circulation.adjustment(of: "zebra") == kept)
            #expect(kept?.scaleX == 1.01)
            #expect(try await scratch.circulation.adjust("zebra") { _ in nil } == nil)
            #expect(try await scratch.circulation.adjustment(of: "zebra") == nil)
        }
    }
}

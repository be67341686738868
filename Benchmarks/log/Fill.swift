import Barcodes
import Foundation
import TestSupport
import TransferLog
import Vocabulary

/// Fills a log with boxes on shelves: each is registered, put away, charged out, returned and put away again.
///
/// Boxes come in consignments, as they do in an archive, and what happens to those of one consignment happens in no order.
struct Fill {
    private static let boxesOnAShelf = 40
    private static let consignment = 2_000

    let boxes: Int

    /// Prints entries, seconds, seconds of processor time, and the most memory of the process in MiB.
    func run(_ path: String, list: String) async throws {
        let log = try TransferLog(path: path)
        let before = try await log.read { try $0.newestEntry()?.rawValue ?? 0 }
        let passage = Transit()
        let places = try await log.write { try Places(in: $0) }
        for first in stride(from: 0, to: boxes, by: Self.consignment) {
            let range = first..<min(first + Self.consignment, boxes)
            try await log.write { try Self.add(range, to: $0, places) }
        }
        let entries = try await log.read { try $0.newestEntry()?.rawValue ?? 0 } - before
        let line = try passage.line(entries: entries)
        try log.close()
        try Self.write(boxes, to: list)
        LogBenchmark.say(line)
    }

    /// The barcode of a box by its number from 0 on; a site has room for ten million.
    static func barcode(ofBox number: Int) throws -> Barcode { try barcode(.container, number) }

    static func barcode(_ prefix: BarcodePrefix, _ number: Int) throws -> Barcode {
        let perSite = MintedBarcode.highestSerial
        guard let site = SiteNumber(number / perSite),
            let minted = MintedBarcode(prefix: prefix, site: site, serial: number % perSite + 1)
        else { throw LogBenchmark.Failure("cannot mint number \(number)") }
        return Barcode(minted)
    }

    private static func add(_ range: Range<Int>, to transaction: LogTransaction, _ places: Places) throws {
        var generator = SeededGenerator(seed: UInt64(range.lowerBound))
        var shelves: [EntityID] = []
        for number in stride(from: range.lowerBound, to: range.upperBound, by: boxesOnAShelf) {
            let shelf = number / boxesOnAShelf
            shelves.append(
                try Places.register(
                    .location,
                    try barcode(.location, shelf + Places.count),
                    "Shelf \(shelf + 1)",
                    parent: places.room,
                    in: transaction
                )
            )
        }
        var stays: [Stay] = []
        for number in range {
            let home = shelves[(number - range.lowerBound) / boxesOnAShelf]
            let box = try Places.register(
                .container,
                try barcode(ofBox: number),
                "Case papers \(number + 1)",
                home: home,
                in: transaction
            )
            stays.append(Stay(box: box, home: home))
        }
        for step in Stay.Step.allCases {
            stays.shuffle(using: &generator)
            for stay in stays { try stay.take(step, to: transaction, places) }
        }
    }

    private static func write(_ boxes: Int, to path: String) throws {
        var generator = SeededGenerator(seed: 1)
        // Shuffled numbers rather than shuffled texts: ten million of them must fit.
        var numbers = Array(0..<Int32(boxes))
        numbers.shuffle(using: &generator)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw LogBenchmark.Failure("cannot write \(path)") }
        var lines = Data()
        for number in numbers {
            lines.append(contentsOf: (try barcode(ofBox: Int(number)).text + "\n").utf8)
            if lines.count > 1 << 20 {
                try file.write(contentsOf: lines)
                lines.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: lines)
        try file.close()
    }
}

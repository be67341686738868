import Barcodes
import GRDB
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct ReadingOriginTests {
    private static func reading(_ text: String, _ origin: ReadingOrigin?, role: ReadingRole? = nil) throws -> Reading {
        Reading(
            bytes: Array(text.utf8),
            symbology: .code128,
            station: try #require(StationName("desk")),
            scanner: ScannerName("counter gun"),
            principal: .daemon,
            occurredAt: Timestamp(clamping: 5),
            origin: origin,
            role: role
        )
    }

    @Test func everythingThatIsKnownOfAReadingIsKept() async throws {
        try await ScratchLog.with { scratch in
            let devices = [
                ScannerDevice(vendor: "05e0", product: "1200", serial: "S1", port: "usb-1"),
                ScannerDevice(vendor: "05e0", product: "1200", serial: nil, port: "usb-2"),
                ScannerDevice(vendor: "", product: "", serial: nil, port: "/dev/ttyS0"),
            ]
            var readings = [try Self.reading("none", nil)]
            for transport in ReadingTransport.allCases {
                for device in devices {
                    for ending in ReadingEnding.allCases {
                        let origin = ReadingOrigin(transport: transport, device: device, ending: ending)
                        readings.append(try Self.reading("A", origin, role: ending == .idle ? .place : nil))
                    }
                }
            }
            readings.append(try Self.reading("socket", ReadingOrigin(transport: .socket), role: .thing))
            let stored = try await scratch.log.write { [readings] transaction in
                try readings.map { try transaction.store($0) }
            }
            for reading in stored {
                let found = try await scratch.log.read { try $0.reading(reading.number) }
                #expect(found == reading)
            }
            let newest = try await scratch.log.read { try $0.readings(before: nil, limit: 3) }
            #expect(newest == Array(stored.reversed().prefix(3)))
            // A scanner has one row however often it reads.
            #expect(try await scratch.count("device") == devices.count)
        }
    }

    @Test func theReadingBeforeIsThatOfTheSameScanner() async throws {
        try await ScratchLog.with { scratch in
            let one = ReadingOrigin(
                transport: .keyboard,
                device: ScannerDevice(vendor: "a", product: "b", serial: "1", port: nil)
            )
            let two = ReadingOrigin(
                transport: .keyboard,
                device: ScannerDevice(vendor: "a", product: "b", serial: "2", port: nil)
            )
            let origins = [one, two, nil, one]
            let readings = try origins.enumerated().map { try Self.reading("\($0.offset)", $0.element) }
            let stored = try await scratch.log.write { transaction in
                try readings.map { try transaction.store($0) }
            }
            let before = try await scratch.log.read { view in try stored.map { try view.reading(before: $0)?.number } }
            #expect(before.map { $0?.rawValue } == [nil, nil, nil, 1])
        }
    }

    @Test func theOriginNeverChanges() async throws {
        try await ScratchLog.with { scratch in
            let origin = ReadingOrigin(transport: .serial, ending: .etx)
            let reading = try Self.reading("A", origin)
            _ = try await scratch.log.write { try $0.store(reading) }
            for change in ["transport = 'file'", "ending = NULL", "role = 'thing'", "device = 1", "batch = 1"] {
                await #expect(throws: TransferLogError.self) {
                    try await scratch.log.write { try $0.db.execute(sql: "UPDATE reading SET \(change)") }
                }
            }
        }
    }
}

extension ScratchLog {
    fileprivate func count(_ table: String) async throws -> Int {
        try await log.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }
}

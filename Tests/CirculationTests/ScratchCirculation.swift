import Barcodes
import FoundationEssentials
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Circulation over a real log in a directory of its own.
struct ScratchCirculation {
    let circulation: Circulation
    let log: TransferLog
    let clerk = Attribution(principal: .user(1000))

    static func with(_ body: (ScratchCirculation) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        do {
            let log = try TransferLog(path: directory + "/log.sqlite")
            let circulation = Circulation(log: log, settings: CirculationSettings())
            try await body(ScratchCirculation(circulation: circulation, log: log))
            try log.close()
        } catch {
            try FileManager.default.removeItem(atPath: directory)
            throw error
        }
        try FileManager.default.removeItem(atPath: directory)
    }

    func add(_ type: EntityType, _ title: String? = nil, parent: Barcode? = nil) async throws -> Barcode {
        let new = NewEntity(type: type, title: try title.map { try FreeText($0) }, parent: parent)
        return try await circulation.register(new, by: clerk).entity.barcode
    }

    func scan(_ text: String, at station: String = "desk") async throws -> ReadingOutcome {
        let reading = Reading(
            bytes: Array(text.utf8),
            symbology: nil,
            station: try #require(StationName(station)),
            scanner: nil,
            principal: .user(1000),
            occurredAt: nil
        )
        return try await circulation.receive(reading)
    }
}

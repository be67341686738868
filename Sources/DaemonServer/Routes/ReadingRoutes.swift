import Barcodes
import Circulation
import FoundationEssentials
import Localization
import Stations
import TransferLog
import Vocabulary
import Wire

/// Routes for all stored readings, as they were received.
struct ReadingRoutes {
    let server: EndpointServer

    var routes: [Route] {
        [
            server.serve(API.Readings.list) { call in
                let lines = try await call.circulation.readings(
                    before: try call.cursor().map(ReadingNumber.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { ReadingResource($0) }
            },
            server.serve(API.Readings.show) { call in
                let number = try call.number(otherwise: Message("cannot find that reading: its number is from 1 on"))
                return ReadingResource(try await call.circulation.reading(ReadingNumber(rawValue: number)))
            },
        ]
    }
}

extension ReadingResource {
    fileprivate init(_ line: ReadingSummary) {
        let stored = line.stored
        let reading = stored.reading
        let device = reading.origin?.device
        self.init(
            reading: stored.number.rawValue,
            text: String(validating: reading.bytes, as: UTF8.self),
            bytes: Data(reading.bytes).base64EncodedString(),
            symbology: reading.symbology?.rawValue,
            station: reading.station.text,
            scanner: reading.scanner?.text,
            transport: reading.origin?.transport.rawValue,
            ending: reading.origin?.ending?.rawValue,
            vendor: device?.vendor,
            product: device?.product,
            serial: device?.serial,
            port: device?.port,
            role: reading.role?.rawValue,
            batch: stored.batch?.rawValue,
            principal: reading.principal.description,
            occurredAt: stored.occurredAt.rfc3339,
            recordedAt: stored.recordedAt.rfc3339,
            verdict: line.outcome?.verdict.rawValue,
            kind: line.outcome?.kind,
            entry: line.outcome?.entry?.rawValue
        )
    }
}

import Barcodes
import Circulation
import FoundationEssentials
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes for all stored readings, as they were received.
struct ReadingRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    var routes: [Route] {
        [
            .get(API.readings, work: .list, handle: list),
            .get(API.readings + "/{reading}", handle: show),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(ReadingNumber.init(rawValue:))
        let lines = try await circulation(context).readings(before: cursor, limit: limit)
        return try Response(Page(lines) { ReadingResource($0) })
    }

    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        guard let text = context.parameters.get("reading"), let number = Int64(text), number > 0 else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot find that reading: its number is from 1 on")
        }
        return try Response(ReadingResource(try await circulation(context).reading(ReadingNumber(rawValue: number))))
    }
}

extension ReadingResource {
    fileprivate init(_ line: ReadingLine) {
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

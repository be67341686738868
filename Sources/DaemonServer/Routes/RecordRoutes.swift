import Barcodes
import Circulation
import Records
import Wire

/// Routes that register, list and show records; each record type has its own path.
struct RecordRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        routes(API.Records.containers, of: .container) + routes(API.Records.custodians, of: .custodian)
            + routes(API.Records.items, of: .item) + routes(API.Records.locations, of: .location)
    }

    private func routes(_ requests: API.Records, of type: RecordType) -> [Route] {
        [
            daemon.serve(requests.list) { call in
                let lines = try await call.circulation.records(
                    of: type,
                    after: try call.cursor().map(RecordID.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { RecordResource($0) }
            },
            daemon.serve(requests.create) { call, body in
                let new = try NewRecord(type, body)
                return RecordResource(try await call.circulation.register(new, by: call.attribution, key: call.key))
            },
            daemon.serve(requests.show) { call in
                let barcode = try call.barcode()
                let line = try await call.circulation.record(barcode)
                guard line.record.type == type else {
                    let detail = "cannot find the \(type.rawValue) \(barcode): it is a \(line.record.kind)"
                    throw Problem(.notFound, detail: detail)
                }
                return RecordResource(line)
            },
        ]
    }
}

extension NewRecord {
    fileprivate init(_ type: RecordType, _ body: NewRecordRequest) throws {
        let (own, other) = type.isMovable ? ("title", "name") : ("name", "title")
        guard (type.isMovable ? body.name : body.title) == nil else {
            let detail = "cannot register a \(type.rawValue) with a \(other): it has a \(own)"
            throw Problem(.invalidRequest, detail: detail)
        }
        self.init(
            type: type,
            kind: try body.kind.map { try RecordKind(wire: $0) },
            title: try (body.name ?? body.title).map { try FreeText(wire: $0, field: own) },
            barcode: try body.barcode.map { try Barcode(wire: $0) },
            home: try body.home.map { try Barcode(wire: $0) },
            parent: try body.parent.map { try Barcode(wire: $0) }
        )
    }
}

import Barcodes
import Circulation
import Hummingbird
import Records
import Wire

/// Routes that register, list and show records; each record type has its own path.
struct RecordRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    var routes: [Route] {
        [
            (API.containers, RecordType.container), (API.custodians, .custodian), (API.items, .item),
            (API.locations, .location),
        ].flatMap { path, type in
            [
                .get(path, work: .list) { request, context in try await list(type, request, context) },
                .post(path, access: .clerk) { request, context in try await add(type, request, context) },
                .get(path + "/{barcode}") { _, context in try await show(type, context) },
            ]
        }
    }

    @Sendable private func list(_ type: RecordType, _ request: Request, _ context: PeerContext) async throws -> Response
    {
        let limit = try request.limit()
        let cursor = try request.cursor().map(RecordID.init(rawValue:))
        let lines = try await circulation(context).records(of: type, after: cursor, limit: limit)
        return try Response(Page(lines) { RecordResource($0) })
    }

    @Sendable private func add(_ type: RecordType, _ request: Request, _ context: PeerContext) async throws -> Response
    {
        let (body, key) = try await request.decoded(NewRecordRequest.self, from: context.peer)
        let line = try await circulation(context).register(
            try NewRecord(type, body),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(RecordResource(line), status: .created)
    }

    @Sendable private func show(_ type: RecordType, _ context: PeerContext) async throws -> Response {
        let barcode = try context.barcode()
        let line = try await circulation(context).record(barcode)
        guard line.record.type == type else {
            let detail = "cannot find the \(type.rawValue) \(barcode): it is a \(line.record.kind)"
            throw Problem(.notFound, status: 404, detail: detail)
        }
        return try Response(RecordResource(line))
    }
}

extension NewRecord {
    fileprivate init(_ type: RecordType, _ body: NewRecordRequest) throws {
        let (own, other) = type.isMovable ? ("title", "name") : ("name", "title")
        guard (type.isMovable ? body.name : body.title) == nil else {
            let detail = "cannot register a \(type.rawValue) with a \(other): it has a \(own)"
            throw Problem(.invalidRequest, status: 400, detail: detail)
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

import Barcodes
import Circulation
import Hummingbird
import Records
import Wire

/// Routes that create, change and cancel pull lists.
struct PullListRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    private static let list = API.pullLists + "/{list}"

    var routes: [Route] {
        [
            .get(API.pullLists, work: .list, handle: list),
            .post(API.pullLists, access: .clerk, handle: make),
            .get(Self.list, work: .list, handle: show),
            .post(Self.list + "/things", access: .clerk, handle: add),
            .post(Self.list + "/pulls", access: .clerk, handle: pull),
            .post(Self.list + "/misses", access: .clerk, handle: miss),
            .post(Self.list + "/cancel", access: .clerk, handle: cancel),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let lines = try await circulation(context).pullLists(
            open: try request.flag("open"),
            before: try request.cursor().map(PullListID.init(rawValue:)),
            limit: limit
        )
        return try Response(Page(lines) { PullListResource($0) })
    }

    @Sendable private func make(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(PullListRequest.self, from: context.peer)
        let circulation = circulation(context)
        let sheet = try await circulation.makePullList(
            try NewWant(body, by: circulation.settings.clock),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(PullListContents(sheet), status: .created)
    }

    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        try Response(PullListContents(try await circulation(context).pullList(try context.pullList())))
    }

    @Sendable private func add(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(PullListRequest.self, from: context.peer)
        let circulation = circulation(context)
        let sheet = try await circulation.add(
            try NewWant(body, by: circulation.settings.clock),
            to: try context.pullList(),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(PullListContents(sheet))
    }

    @Sendable private func pull(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(PullListThingsRequest.self, from: context.peer)
        let movements = try await circulation(context).pull(
            try body.barcodes.map { try Barcode(wire: $0) },
            on: try context.pullList(),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(MoveResponse(movements: movements.map { MovementResource($0) }))
    }

    @Sendable private func miss(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(PullListThingsRequest.self, from: context.peer)
        let sheet = try await circulation(context).noteNotFound(
            try body.barcodes.map { try Barcode(wire: $0) },
            on: try context.pullList(),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(PullListContents(sheet))
    }

    @Sendable private func cancel(_ request: Request, _ context: PeerContext) async throws -> Response {
        let sheet = try await circulation(context).cancelPullList(
            try context.pullList(),
            by: Attribution(principal: context.peer.principal),
            key: try request.key(of: context.peer)
        )
        return try Response(PullListContents(sheet))
    }
}

extension PeerContext {
    /// The barcode of the pull list in the path.
    func pullList() throws -> Barcode {
        guard let segment = parameters.get("list"), let text = PathSegment.decoded(segment) else {
            throw Problem(.invalidBarcode, status: 400, detail: "cannot read the barcode in the path")
        }
        return try Barcode(wire: text)
    }
}

extension NewWant {
    fileprivate init(_ body: PullListRequest, by clock: LocalClock) throws {
        self.init(
            try body.barcodes.map { try Barcode(wire: $0) },
            for: try body.recipient.map { try Barcode(wire: $0) },
            due: try body.due.map { try Timestamp(dueOnWire: $0, by: clock) },
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") }
        )
    }
}

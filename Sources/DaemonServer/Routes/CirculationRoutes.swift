import Barcodes
import Circulation
import Hummingbird
import Records
import Wire

/// Routes for readings, moves and the queries of clerks.
struct CirculationRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation
    private let board: StationBoard

    init(_ daemon: DaemonParts) {
        circulation = daemon.circulation(for:)
        board = StationBoard(daemon)
    }

    var routes: [Route] {
        [
            .post(API.readings, access: .clerk, handle: read),
            .post(API.moves, access: .clerk, handle: move),
            .get(API.whereabouts + "/{barcode}", handle: whereabouts),
            .get(API.history + "/{barcode}", work: .list, handle: history),
            .get(API.contents + "/{barcode}", work: .list, handle: contents),
        ]
    }

    @Sendable private func read(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(ReadingRequest.self, from: context.peer)
        let reading = Reading(
            bytes: Array(body.text.utf8),
            symbology: body.symbology.map(Symbology.init(rawValue:)),
            station: try StationName(wire: body.station),
            scanner: nil,
            principal: context.peer.principal,
            occurredAt: try body.occurredAt.map { text in
                try Timestamp(wire: text, field: "occurredAt", by: circulation(context).settings.clock)
            },
            origin: ReadingOrigin(transport: .socket)
        )
        let outcome = try await circulation(context).receive(reading, key: key)
        await board.tell(outcome)
        return try Response(OutcomeResource(outcome))
    }

    @Sendable private func move(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(MoveRequest.self, from: context.peer)
        let circulation = circulation(context)
        let movements = try await circulation.move(
            try NewMove(body, by: circulation.settings.clock),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(MoveResponse(movements))
    }

    @Sendable private func whereabouts(_ request: Request, _ context: PeerContext) async throws -> Response {
        let circulation = circulation(context)
        let whereabouts = try await circulation.whereabouts(
            of: try context.barcode(),
            at: try request.moment("at", by: circulation.settings.clock)?.last
        )
        return try Response(WhereaboutsResource(whereabouts))
    }

    @Sendable private func history(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let circulation = circulation(context)
        let lines = try await circulation.history(
            of: try context.barcode(),
            within: try request.period(by: circulation.settings.clock),
            before: try request.cursor().map(EntryNumber.init(rawValue:)),
            limit: limit
        )
        return try Response(Page(lines) { EntryResource($0.line, seen: $0.seen, voidedBy: $0.voidedBy) })
    }

    @Sendable private func contents(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(RecordID.init(rawValue:))
        let barcode = try context.barcode()
        let circulation = circulation(context)
        let moment = try request.moment("at", by: circulation.settings.clock)?.last
        let lines = try await circulation.contents(of: barcode, at: moment, after: cursor, limit: limit)
        return try Response(Page(lines) { ContentsResource($0) })
    }
}

extension NewMove {
    fileprivate init(_ body: MoveRequest, by clock: LocalClock) throws {
        let target: MoveTarget
        switch (body.to, body.state) {
        case (let barcode?, nil): target = .place(try Barcode(wire: barcode))
        case (nil, "inTransit"): target = .transit
        case (nil, "disposed"): target = .disposal
        default:
            let detail = "cannot tell where to: send either to, or state with inTransit or disposed"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self.init(
            try body.barcodes.map { try Barcode(wire: $0) },
            to: target,
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
            occurredAt: try body.occurredAt.map { try Timestamp(wire: $0, field: "occurredAt", by: clock) }
        )
    }
}

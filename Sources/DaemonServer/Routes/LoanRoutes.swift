import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes for charge-outs, returns, refiles, hand-overs and renewals, and lists of charge-outs and transits.
struct LoanRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation
    private let clock = UTCClock.system

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    var routes: [Route] {
        [
            .post(API.chargeOuts, access: .clerk, handle: chargeOut),
            .post(API.returns, access: .clerk, handle: giveBack),
            .post(API.refiles, access: .clerk, handle: refile),
            .post(API.handOvers, access: .clerk, handle: handOver),
            .post(API.renewals, access: .clerk, handle: renew),
            .get(API.loans, work: .list, handle: loans),
            .get(API.transits, work: .list, handle: transits),
        ]
    }

    @Sendable private func chargeOut(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await move(request, context) { (body: ChargeOutRequest, circulation, attribution, key) in
            try await circulation.chargeOut(
                try body.barcodes.map { try Barcode(wire: $0) },
                to: try Barcode(wire: body.to),
                due: try body.due.map { try Timestamp(dueOnWire: $0, by: circulation.settings.clock) },
                reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
                by: attribution,
                key: key
            )
        }
    }

    @Sendable private func giveBack(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await move(request, context) { (body: ReturnRequest, circulation, attribution, key) in
            let barcodes = try body.barcodes.map { try Barcode(wire: $0) }
            return try await circulation.giveBack(barcodes, to: try Barcode(wire: body.to), by: attribution, key: key)
        }
    }

    @Sendable private func refile(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await move(request, context) { (body: RefileRequest, circulation, attribution, key) in
            try await circulation.refile(try body.barcodes.map { try Barcode(wire: $0) }, by: attribution, key: key)
        }
    }

    @Sendable private func handOver(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await move(request, context) { (body: HandOverRequest, circulation, attribution, key) in
            guard let stage = HandOver.Stage(rawValue: body.stage ?? HandOver.Stage.atOnce.rawValue) else {
                let detail = "cannot hand over so: stage is at-once, release or accept"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            let handOver = HandOver(
                from: try body.from.map { try Barcode(wire: $0) },
                to: try Barcode(wire: body.to),
                stage: stage,
                reason: try body.reason.map { try FreeText(wire: $0, field: "reason") }
            )
            let barcodes = try body.barcodes.map { try Barcode(wire: $0) }
            return try await circulation.handOver(barcodes, handOver, by: attribution, key: key)
        }
    }

    /// Decodes a request that moves items or containers, runs `act`, and responds with their new placements.
    private func move<Body: Decodable>(
        _ request: Request,
        _ context: PeerContext,
        _ act: (Body, Circulation, Attribution, RequestKey?) async throws -> [Movement]
    ) async throws -> Response {
        let (body, key) = try await request.decoded(Body.self, from: context.peer)
        let attribution = Attribution(principal: context.peer.principal)
        let movements = try await act(body, circulation(context), attribution, key)
        return try Response(MoveResponse(movements))
    }

    @Sendable private func renew(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(RenewalRequest.self, from: context.peer)
        let circulation = circulation(context)
        let lines = try await circulation.renew(
            try body.barcodes.map { try Barcode(wire: $0) },
            until: try body.due.map { try Timestamp(dueOnWire: $0, by: circulation.settings.clock) },
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(Page(all: lines.map { LoanResource($0) }))
    }

    @Sendable private func loans(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let custodian = try request.uri.queryParameters["custodian"].map { try Barcode(wire: String($0)) }
        guard try request.flag("overdue") else {
            let lines = try await circulation(context).loans(
                of: custodian,
                after: try request.cursor().map(RecordID.init(rawValue:)),
                limit: limit,
                at: clock.now()
            )
            return try Response(Page(lines) { LoanResource($0) })
        }
        let lines = try await circulation(context).overdue(
            of: custodian,
            after: try request.momentCursor(),
            limit: limit,
            at: clock.now()
        )
        return try Response(Page(lines) { LoanResource($0) })
    }

    @Sendable private func transits(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let lines = try await circulation(context).passages(
            late: try request.flag("late"),
            after: try request.momentCursor(),
            limit: limit,
            at: clock.now()
        )
        return try Response(Page(lines) { TransitResource($0) })
    }
}

extension Request {
    /// `?cursor=`, as returned by an earlier page of overdue or transit records.
    fileprivate func momentCursor() throws -> MomentCursor? {
        guard let text = uri.queryParameters["cursor"] else { return nil }
        guard let cursor = MomentCursor(text) else {
            let detail = "cannot go on from that cursor: send what an earlier page gave as next"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        return cursor
    }
}

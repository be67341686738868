import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Lending: out, back, home again, from person to person, and what is late.
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
            .get(API.loans, handle: loans),
            .get(API.transits, handle: transits),
        ]
    }

    @Sendable private func chargeOut(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(ChargeOutRequest.self, from: context.peer)
        let movements = try await circulation(context).chargeOut(
            try body.barcodes.map { try Barcode(wire: $0) },
            to: try Barcode(wire: body.to),
            due: try body.due.map { try Timestamp(wire: $0, field: "due") },
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try response(movements)
    }

    @Sendable private func giveBack(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(ReturnRequest.self, from: context.peer)
        let movements = try await circulation(context).giveBack(
            try body.barcodes.map { try Barcode(wire: $0) },
            to: try Barcode(wire: body.to),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try response(movements)
    }

    @Sendable private func refile(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(RefileRequest.self, from: context.peer)
        let movements = try await circulation(context).refile(
            try body.barcodes.map { try Barcode(wire: $0) },
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try response(movements)
    }

    @Sendable private func handOver(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(HandOverRequest.self, from: context.peer)
        guard let stage = HandOver.Stage(rawValue: body.stage ?? HandOver.Stage.atOnce.rawValue) else {
            let detail = "cannot hand over so: stage is at-once, release or accept"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let movements = try await circulation(context).handOver(
            try body.barcodes.map { try Barcode(wire: $0) },
            HandOver(
                from: try body.from.map { try Barcode(wire: $0) },
                to: try Barcode(wire: body.to),
                stage: stage,
                reason: try body.reason.map { try FreeText(wire: $0, field: "reason") }
            ),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try response(movements)
    }

    @Sendable private func renew(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(RenewalRequest.self, from: context.peer)
        let lines = try await circulation(context).renew(
            try body.barcodes.map { try Barcode(wire: $0) },
            until: try body.due.map { try Timestamp(wire: $0, field: "due") },
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(LoanList(loans: lines.map { LoanResource($0) }))
    }

    @Sendable private func loans(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let lines = try await circulation(context).loans(
            of: try request.uri.queryParameters["custodian"].map { try Barcode(wire: String($0)) },
            overdue: try request.flag("overdue"),
            after: try request.cursor().map(RecordID.init(rawValue:)),
            limit: limit,
            at: clock.now()
        )
        let next = lines.count == limit ? lines.last?.record.id.description : nil
        return try Response(LoanPage(loans: lines.map { LoanResource($0) }, next: next))
    }

    @Sendable private func transits(_ request: Request, _ context: PeerContext) async throws -> Response {
        let lines = try await circulation(context).passages(
            late: try request.flag("late"),
            limit: try request.limit(),
            at: clock.now()
        )
        return try Response(TransitList(transits: lines.map { TransitResource($0) }))
    }

    private func response(_ movements: [Movement]) throws -> Response {
        try Response(MoveResponse(movements: movements.map { MovementResource($0) }))
    }
}

extension Request {
    /// `true` or `false` in the query; false when absent.
    fileprivate func flag(_ name: String) throws -> Bool {
        switch uri.queryParameters[Substring(name)] {
        case nil, "false": return false
        case "true": return true
        default: throw Problem(.invalidRequest, status: 400, detail: "cannot read \(name): it is true or false")
        }
    }
}

import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes for charge-outs, returns, refiles, hand-overs and renewals, and lists of charge-outs and transits.
struct ChargeOutRoutes {
    let server: EndpointServer
    let clock: UTCClock

    var routes: [Route] {
        [
            server.serve(API.ChargeOuts.chargeOut) { call, body in
                MoveResponse(
                    try await call.circulation.chargeOut(
                        try body.barcodes.map { try Barcode(wire: $0) },
                        to: try Barcode(wire: body.to),
                        due: try body.due.map { try call.due($0) },
                        reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.ChargeOuts.giveBack) { call, body in
                let barcodes = try body.barcodes.map { try Barcode(wire: $0) }
                let place = try Barcode(wire: body.to)
                return MoveResponse(
                    try await call.circulation.giveBack(barcodes, to: place, by: call.attribution, key: call.key)
                )
            },
            server.serve(API.ChargeOuts.refile) { call, body in
                let barcodes = try body.barcodes.map { try Barcode(wire: $0) }
                return MoveResponse(try await call.circulation.refile(barcodes, by: call.attribution, key: call.key))
            },
            server.serve(API.ChargeOuts.handOver) { call, body in
                let handOver = try HandOver(body)
                let barcodes = try body.barcodes.map { try Barcode(wire: $0) }
                return MoveResponse(
                    try await call.circulation.handOver(barcodes, handOver, by: call.attribution, key: call.key)
                )
            },
            server.serve(API.ChargeOuts.renew) { call, body in
                let lines = try await call.circulation.renew(
                    try body.barcodes.map { try Barcode(wire: $0) },
                    until: try body.due.map { try call.due($0) },
                    by: call.attribution,
                    key: call.key
                )
                return Page(all: lines.map { ChargeOutResource($0) })
            },
            server.serve(API.ChargeOuts.list) { call in try await chargeOuts(call) },
            server.serve(API.Transits.list) { call in
                let lines = try await call.circulation.transits(
                    late: try call.flag(API.Transits.late),
                    after: try call.momentCursor(),
                    limit: try call.limit(),
                    at: clock.now()
                )
                return Page(lines) { TransitResource($0) }
            },
        ]
    }

    private func chargeOuts(_ call: Call) async throws -> Page<ChargeOutResource> {
        let custodian = try call[API.ChargeOuts.custodian].map { try Barcode(wire: $0) }
        guard try call.flag(API.ChargeOuts.overdue) else {
            let lines = try await call.circulation.chargeOuts(
                of: custodian,
                after: try call.cursor().map(EntityID.init(rawValue:)),
                limit: try call.limit(),
                at: clock.now()
            )
            return Page(lines) { ChargeOutResource($0) }
        }
        let lines = try await call.circulation.overdue(
            of: custodian,
            after: try call.momentCursor(),
            limit: try call.limit(),
            at: clock.now()
        )
        return Page(lines) { ChargeOutResource($0) }
    }
}

extension Call {
    /// A due date, in whole seconds; a day means its end.
    fileprivate func due(_ text: String) throws(RequestFailure) -> Timestamp {
        try Timestamp(dueOnWire: text, by: circulation.settings.clock, now: circulation.now)
    }

    /// Where the page of overdue charge-outs or transits begins, as returned by an earlier page.
    fileprivate func momentCursor() throws(RequestFailure) -> MomentCursor? {
        guard let text = self[.cursor] else { return nil }
        guard let cursor = MomentCursor(text) else {
            let detail = Message("cannot go on from that cursor: send what an earlier page gave as next")
            throw RequestFailure(.invalidRequest, detail)
        }
        return cursor
    }
}

extension HandOver {
    fileprivate init(_ body: HandOverRequest) throws {
        guard let stage = Stage(rawValue: body.stage ?? Stage.atOnce.rawValue) else {
            let detail = Message("cannot hand over so: stage is at-once, release or accept")
            throw RequestFailure(.invalidRequest, detail)
        }
        self.init(
            from: try body.from.map { try Barcode(wire: $0) },
            to: try Barcode(wire: body.to),
            stage: stage,
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") }
        )
    }
}

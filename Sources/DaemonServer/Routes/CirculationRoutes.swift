import Barcodes
import Circulation
import DaemonServices
import Localization
import Stations
import Vocabulary
import Wire
import WireResources

/// Routes for readings, moves and the queries of clerks.
struct CirculationRoutes {
    let server: EndpointServer
    let board: StationBoard

    var routes: [Route] {
        [
            server.serve(API.Readings.record) { call, body in
                let outcome = try await call.circulation.receive(try Reading(body, call), key: call.key)
                await board.tell(outcome)
                return OutcomeResource(
                    outcome,
                    in: call.context.languages.localizer(station: outcome.station)
                )
            },
            server.serve(API.Moves.move) { call, body in
                let move = try NewMove(body, on: call.circulation)
                return MoveResponse(try await call.circulation.move(move, by: call.attribution, key: call.key))
            },
            server.serve(API.Whereabouts.show) { call in
                WhereaboutsResource(
                    try await call.circulation.whereabouts(
                        of: try call.barcode(),
                        at: try call.moment(API.Whereabouts.at)?.last
                    )
                )
            },
            server.serve(API.Whereabouts.history) { call in
                let lines = try await call.circulation.history(
                    of: try call.barcode(),
                    within: try call.period(),
                    before: try call.cursor().map(EntryNumber.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { EntryResource($0.line, seen: $0.seen, voidedBy: $0.voidedBy) }
            },
            server.serve(API.Whereabouts.contents) { call in
                let lines = try await call.circulation.contents(
                    of: try call.barcode(),
                    at: try call.moment(API.Whereabouts.at)?.last,
                    after: try call.cursor().map(EntityID.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { ContentsResource($0) }
            },
        ]
    }
}

extension Call {
    /// The period between `since` and `until`; nil if the request has neither.
    fileprivate func period() throws -> ClosedRange<Timestamp>? {
        let (since, until) = (try moment(API.Whereabouts.since), try moment(API.Whereabouts.until))
        guard since != nil || until != nil else { return nil }
        let first = since?.first ?? Timestamp(clamping: 0)
        let last = until?.last ?? .latest
        guard first <= last else {
            throw RequestFailure(.invalidRequest, Message("cannot look at that period: until lies before since"))
        }
        return first...last
    }
}

extension Reading {
    fileprivate init(_ body: ReadingRequest, _ call: Call) throws {
        let (clock, now) = (call.circulation.settings.clock, call.circulation.now)
        self.init(
            bytes: Array(body.text.utf8),
            symbology: body.symbology.map(Symbology.init(rawValue:)),
            station: try StationName(wire: body.station),
            scanner: nil,
            principal: call.context.peer.principal,
            occurredAt: try body.occurredAt.map { try Timestamp(wire: $0, field: "occurredAt", by: clock, now: now) },
            origin: ReadingOrigin(transport: .socket)
        )
    }
}

extension NewMove {
    fileprivate init(_ body: MoveRequest, on circulation: Circulation) throws {
        let (clock, now) = (circulation.settings.clock, circulation.now)
        let target: MoveTarget
        switch (body.to, body.state) {
        case (let barcode?, nil): target = .place(try Barcode(wire: barcode))
        case (nil, "inTransit"): target = .transit
        case (nil, "disposed"): target = .disposal
        default:
            let detail = Message("cannot tell where to: send either to, or state with inTransit or disposed")
            throw RequestFailure(.invalidRequest, detail)
        }
        self.init(
            try body.barcodes.map { try Barcode(wire: $0) },
            to: target,
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
            occurredAt: try body.occurredAt.map { try Timestamp(wire: $0, field: "occurredAt", by: clock, now: now) }
        )
    }
}

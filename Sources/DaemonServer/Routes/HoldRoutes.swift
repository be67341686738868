import Barcodes
import Circulation
import Localization
import Vocabulary
import Wire
import WireResources

/// Routes for holds, and for all standing orders on entities.
struct HoldRoutes {
    let server: EndpointServer

    var routes: [Route] {
        [
            server.serve(API.Orders.list) { call in
                let lines = try await call.circulation.orders(
                    of: try call[API.Orders.kind].map { try StandingOrder.Kind(wire: $0) },
                    named: try call[API.Orders.order].map { try FreeText(wire: $0, field: "order").text },
                    after: try call.cursor().map(EntryNumber.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { OrderResource($0) }
            },
            server.serve(API.Holds.list) { call in
                let lines = try await call.circulation.holds(
                    after: try call.cursor().map(EntryNumber.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { EntryResource($0) }
            },
            server.serve(API.Holds.place) { call, body in
                EntryResource(
                    try await call.circulation.hold(
                        try Barcode(wire: body.barcode),
                        order: try FreeText(wire: body.order, field: "order"),
                        reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Holds.release) { call, body in
                let number = try call.number(otherwise: Message("cannot find that hold: its number is from 1 on"))
                return EntryResource(
                    try await call.circulation.release(
                        hold: EntryNumber(rawValue: number),
                        reason: try FreeText(wire: body.reason, field: "reason"),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
        ]
    }
}

extension StandingOrder.Kind {
    fileprivate init(wire text: String) throws(RequestFailure) {
        guard let kind = Self(rawValue: text) else {
            let detail = Message("cannot list orders of the kind \(text, "text"): kind is seal, restriction or hold")
            throw RequestFailure(.invalidRequest, detail)
        }
        self = kind
    }
}

import Barcodes
import Circulation
import Vocabulary
import Wire
import WireResources

/// Routes that create, change and cancel pull lists.
struct PullListRoutes {
    let server: EndpointServer

    var routes: [Route] {
        [
            server.serve(API.PullLists.list) { call in
                let lines = try await call.circulation.pullLists(
                    open: try call.flag(API.PullLists.open),
                    before: try call.cursor().map(PullListID.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { PullListResource($0) }
            },
            server.serve(API.PullLists.create) { call, body in
                let want = try NewPullListItems(body, on: call.circulation)
                return PullListContents(
                    try await call.circulation.makePullList(want, by: call.attribution, key: call.key)
                )
            },
            server.serve(API.PullLists.show) { call in
                PullListContents(try await call.circulation.pullList(try call.barcode()))
            },
            server.serve(API.PullLists.add) { call, body in
                let want = try NewPullListItems(body, on: call.circulation)
                let list = try call.barcode()
                return PullListContents(
                    try await call.circulation.add(want, to: list, by: call.attribution, key: call.key)
                )
            },
            server.serve(API.PullLists.pull) { call, body in
                MoveResponse(
                    try await call.circulation.pull(
                        try body.barcodes.map { try Barcode(wire: $0) },
                        on: try call.barcode(),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.PullLists.noteNotFound) { call, body in
                PullListContents(
                    try await call.circulation.noteNotFound(
                        try body.barcodes.map { try Barcode(wire: $0) },
                        on: try call.barcode(),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.PullLists.remove) { call, body in
                PullListContents(
                    try await call.circulation.remove(
                        try body.barcodes.map { try Barcode(wire: $0) },
                        from: try call.barcode(),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.PullLists.cancel) { call in
                PullListContents(
                    try await call.circulation.cancelPullList(
                        try call.barcode(),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
        ]
    }
}

extension NewPullListItems {
    fileprivate init(_ body: PullListRequest, on circulation: Circulation) throws {
        let (clock, now) = (circulation.settings.clock, circulation.now)
        self.init(
            try body.barcodes.map { try Barcode(wire: $0) },
            for: try body.recipient.map { try Barcode(wire: $0) },
            due: try body.due.map { try Timestamp(dueOnWire: $0, by: clock, now: now) },
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") }
        )
    }
}

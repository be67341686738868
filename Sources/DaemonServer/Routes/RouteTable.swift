import Hummingbird
import Wire

/// Every route of the socket.
struct RouteTable {
    let routes: [Route]

    init(_ daemon: DaemonParts) {
        routes =
            StatusRoutes(daemon).routes
            + RecordRoutes(daemon).routes
            + CirculationRoutes(daemon).routes
            + LoanRoutes(daemon).routes
            + HoldRoutes(daemon).routes
            + StationRoutes(daemon).routes
            + ReadingRoutes(daemon).routes
            + BatchRoutes(daemon).routes
            + ChangeRoutes(daemon).routes
            + LogRoutes(daemon).routes
            + CheckpointPrintRoutes(daemon).routes
            + KeyRoutes(daemon).routes
            + BackupRoutes(daemon).routes
            + EventRoutes(daemon).routes
            + DecodeRoutes(daemon).routes
            + DocumentFileRoutes(daemon).routes
            + DocumentRoutes(daemon).routes
            + SearchRoutes(daemon).routes
            + LabelTemplateRoutes(daemon).routes
            + LabelPreviewRoutes(daemon).routes
            + PrintRoutes(daemon).routes
            + PrinterRoutes(daemon).routes
            + SupplyRoutes(daemon).routes
            + LabelControlRoutes(daemon).routes
            + LabelSheetRoutes(daemon).routes
            + ScannerRoutes(daemon).routes
    }

    /// What admits a request, handles it, and answers problems.
    func responder() -> RouterResponder<PeerContext> {
        let router = Router(context: PeerContext.self)
        router.addMiddleware { ProblemMiddleware() }
        for route in routes {
            router.on(route.routerPath, method: route.method) { request, context in
                try route.access.admit(context.peer)
                return try await route.handle(request, context)
            }
        }
        return router.buildResponder()
    }
}

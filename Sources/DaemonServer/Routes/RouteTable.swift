import Circulation
import Hummingbird
import Intake
import Printing
import Safekeeping
import Settings
import TransferLog
import Vocabulary
import Wire

/// All routes of the socket.
struct RouteTable {
    let routes: [Route]
    private let access: AccessRecorder
    private let log: TransferLog
    private let current: CurrentConfiguration
    private let budget: WorkBudget<WorkKind>

    init(_ daemon: DaemonParts) {
        log = daemon.log
        current = daemon.current
        access = daemon.access
        budget = daemon.budget
        let counted = Self.routes(daemon)
        routes = counted + MetricsRoutes(daemon, of: counted).routes
    }

    private static func routes(_ parts: DaemonParts) -> [Route] {
        let (server, circulation, printing) = (parts.server, parts.circulation, parts.printing)
        let (log, checkpoints, documents) = (parts.log, parts.checkpoints, parts.intake.store)
        let (uploads, clock, board) = (parts.uploads, parts.clock, parts.board)
        var routes = StatusRoutes(daemon: parts).routes
        routes += AccessRoutes(server: server, roles: parts.roles).routes
        routes += DiagnosisRoutes(server: server) { Diagnosis(parts, seenAs: $0) }.routes
        routes += ProgressRoutes(server: server, board: parts.progress).routes
        routes += EntityRoutes(server: server).routes
        routes += CirculationRoutes(server: server, board: board).routes
        routes += ChargeOutRoutes(server: server, clock: clock).routes
        routes += PullListRoutes(server: server).routes
        routes += PageRoutes(server: server, checkpoints: checkpoints, printing: printing).routes
        routes += HoldRoutes(server: server).routes
        routes += StationRoutes(server: server, board: board).routes
        routes += ReadingRoutes(server: server).routes
        routes += BatchRoutes(server: server, uploads: uploads, clock: clock).routes
        routes += ChangeRoutes(server: server, backups: parts.backups, documents: documents).routes
        routes +=
            LogRoutes(
                server: server,
                log: log,
                checkpoints: checkpoints,
                verification: parts.verification,
                progress: parts.progress
            ).routes
        routes += KeyRoutes(server: server, checkpoints: checkpoints).routes
        routes +=
            BackupRoutes(
                server: server,
                log: log,
                circulation: circulation,
                checkpoints: checkpoints,
                backups: parts.backups,
                restores: parts.restores,
                events: parts.events,
                progress: parts.progress,
                directory: StateDirectory(within: parts.configuration.stateDirectory)
            ).routes
        routes +=
            EventRoutes(
                server: server,
                circulation: circulation,
                events: parts.events,
                board: board,
                budget: parts.budget
            ).routes
        routes += DecodeRoutes(server: server, decoder: parts.decoder, uploads: uploads, current: parts.current).routes
        routes += DocumentFileRoutes(server: server, log: log, documents: documents, uploads: uploads).routes
        routes += DocumentRoutes(server: server, intake: parts.intake).routes
        routes += SearchRoutes(server: server).routes
        routes += LabelRoutes(server: server, printing: printing).routes
        routes += PrintRoutes(server: server, printing: printing, clock: clock).routes
        routes += PrinterRoutes(server: server, circulation: circulation, printing: printing).routes
        routes += SupplyRoutes(server: server, circulation: circulation, supplies: printing.supplies).routes
        routes += ScannerRoutes(server: server, scanners: parts.scanners, printing: printing).routes
        return routes
    }

    /// The responder, which authorises and handles requests and converts errors to problem documents.
    func responder() -> RouterResponder<PeerContext> {
        // RFC 9110, section 9.1: all servers must support GET and HEAD.
        let router = Router(context: PeerContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            MetricsMiddleware()
            TrustMiddleware(log: log)
            TimeZoneMiddleware { [current] in current.value.circulation.clock }
            ProblemMiddleware()
            RequestRules(routes: routes)
        }
        for route in routes {
            router.on(route.routerPath, method: route.method) { [access, budget, log] request, context in
                try Self.admit(context, to: route, access)
                try Self.keepConcealed(from: context, route, log)
                guard route.isGivenUp else { return try await route.handle(request, context) }
                return try await context.departure.cancelling {
                    guard let work = route.work else { return try await route.handle(request, context) }
                    return try await budget.run(work, for: context.peer.uid) {
                        try await route.handle(request, context)
                    }
                }
            }
        }
        return router.buildResponder()
    }

    /// Refuses callers with limited clearance while it is uncertain which entities are concealed; the status names no
    /// entities and stays available.
    private static func keepConcealed(from context: PeerContext, _ route: Route, _ log: TransferLog) throws {
        guard context.rights.clearance < .everything, route.path != API.Status.show.outline.path else { return }
        if let doubt = log.doubtAboutConcealment { throw doubt }
    }

    /// Authorises a request or throws the objection; records either in the access record where required.
    private static func admit(_ context: PeerContext, to route: Route, _ access: AccessRecorder) throws(Problem) {
        let (caller, rights) = (context.peer.principal, context.rights)
        guard let objection = rights.objection(to: route.access) else {
            if let act = route.act {
                access.note(act, by: caller, with: rights, through: route.name, isGranted: true)
            }
            return
        }
        access.note(
            route.act ?? .right,
            by: caller,
            with: rights,
            through: route.name,
            isGranted: false,
            detail: objection
        )
        let detail = "cannot let \(caller) do that: \(objection)"
        throw Problem(.notPermitted, detail: detail)
    }
}

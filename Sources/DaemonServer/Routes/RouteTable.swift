import Circulation
import DaemonServices
import Hummingbird
import Localization
import Settings
import TransferLog
import Vocabulary
import Wire
import WireResources

/// All routes of the socket: those of the features, and the metrics, which count the others.
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
        let counted = Feature.all.flatMap { $0.routes(daemon) }
        routes = counted + MetricsRoutes(daemon, of: counted).routes
    }

    /// The responder, which authorises and handles requests and converts errors to problem documents.
    func responder() -> RouterResponder<PeerContext> {
        // RFC 9110, section 9.1: all servers must support GET and HEAD.
        let router = Router(context: PeerContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            MetricsMiddleware()
            TrustMiddleware(log: log)
            TimeZoneMiddleware { [current] in current.part(\.circulation.clock) }
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
    private static func admit(_ context: PeerContext, to route: Route, _ access: AccessRecorder) throws(RequestFailure)
    {
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
            detail: objection.english
        )
        let detail = Message("cannot let \(caller, "user") do that: \(objection, "reason")")
        throw RequestFailure(.notPermitted, detail)
    }
}

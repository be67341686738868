import Hummingbird
import Wire

/// What the daemon finds when it looks at itself and what it needs.
struct DiagnosisRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] { [.get(API.diagnosis, access: .clerk, work: .file, handle: diagnose)] }

    @Sendable private func diagnose(_ request: Request, _ context: PeerContext) async throws -> Response {
        try Response(DiagnosisResource(findings: await Diagnosis(daemon, seenAs: context.rights.sight).findings()))
    }
}

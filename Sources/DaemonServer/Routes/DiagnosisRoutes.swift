import Hummingbird
import Wire

/// Reports the findings of the daemon's checks of itself and its environment.
struct DiagnosisRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] { [.get(API.diagnosis, access: .clerk, work: .file, handle: diagnose)] }

    @Sendable private func diagnose(_ request: Request, _ context: PeerContext) async throws -> Response {
        try Response(DiagnosisResource(findings: await Diagnosis(daemon, seenAs: context.rights.clearance).findings()))
    }
}

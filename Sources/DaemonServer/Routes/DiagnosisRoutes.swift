import DaemonServices
import Hummingbird
import Localization
import Vocabulary
import Wire
import WireResources

/// Reports the findings of the daemon's checks of itself and its environment.
struct DiagnosisRoutes {
    let server: EndpointServer
    /// Returns the checks with findings limited to a clearance.
    let diagnosis: @Sendable (Clearance) -> Diagnosis

    var routes: [Route] {
        [
            server.respond(to: API.Status.diagnose) { call in
                let findings = await diagnosis(call.context.rights.clearance).findings()
                let localizer = call.context.localizer
                let resources = findings.map { FindingResource($0, in: localizer) }
                return try Response(DiagnosisResource(findings: resources), in: localizer)
            }
        ]
    }
}

extension FindingResource {
    fileprivate init(_ finding: Finding, in localizer: Localizer) {
        self.init(
            check: finding.check,
            state: finding.state.rawValue,
            message: localizer.text(of: finding.message),
            remedy: finding.remedy.map { localizer.text(of: $0) }
        )
    }
}

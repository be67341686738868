import DaemonServices
import Vocabulary
import Wire

/// Reports the findings of the daemon's checks of itself and its environment.
struct DiagnosisRoutes {
    let server: EndpointServer
    /// Returns the checks with findings limited to a clearance.
    let diagnosis: @Sendable (Clearance) -> Diagnosis

    var routes: [Route] {
        [
            server.serve(API.Status.diagnose) { call in
                let findings = await diagnosis(call.context.rights.clearance).findings()
                return DiagnosisResource(findings: findings.map { FindingResource($0) })
            }
        ]
    }
}

extension FindingResource {
    fileprivate init(_ finding: Finding) {
        self.init(
            check: finding.check,
            state: finding.state.rawValue,
            message: finding.message,
            remedy: finding.remedy
        )
    }
}

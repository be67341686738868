import Wire

/// Reports the findings of the daemon's checks of itself and its environment.
struct DiagnosisRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.Status.diagnose) { call in
                let findings = await Diagnosis(daemon, seenAs: call.context.rights.clearance).findings()
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

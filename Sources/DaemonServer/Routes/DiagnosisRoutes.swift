import Wire

/// Reports the findings of the daemon's checks of itself and its environment.
struct DiagnosisRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.Status.diagnose) { call in
                DiagnosisResource(findings: await Diagnosis(daemon, seenAs: call.context.rights.clearance).findings())
            }
        ]
    }
}

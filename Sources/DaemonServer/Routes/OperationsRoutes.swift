/// Routes for running the daemon: access rights, the access record, diagnosis and progress.
struct OperationsRoutes {
    let routes: [Route]

    init(_ daemon: DaemonParts) {
        routes =
            AccessRoutes(daemon).routes + DiagnosisRoutes(daemon).routes + ProgressRoutes(daemon).routes
    }
}

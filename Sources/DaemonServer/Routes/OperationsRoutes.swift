/// What those ask who look after the daemon: who may do what, who looked, how it is.
struct OperationsRoutes {
    let routes: [Route]

    init(_ daemon: DaemonParts) {
        routes =
            AccessRoutes(daemon).routes + DiagnosisRoutes(daemon).routes + ProgressRoutes(daemon).routes
    }
}

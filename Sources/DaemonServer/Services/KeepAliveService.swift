import ServiceLifecycle

/// Lets listeners to the event stream see now and then that the daemon is there.
struct KeepAliveService: Service {
    let events: EventHub
    let interval: Duration

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: interval)
                    if events.hasListeners { events.publish(.keepAlive) }
                }
            }
        } catch is CancellationError {
            // The way in which the daemon tells its services to end.
        }
    }
}

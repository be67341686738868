import ServiceLifecycle

/// Sends periodic keep-alive events to the listeners of the event stream.
package struct KeepAliveService: Service {
    let events: EventHub
    let interval: Duration

    package init(events: EventHub, interval: Duration) {
        self.events = events
        self.interval = interval
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: interval)
                    if events.hasListeners { events.publish(.keepAlive) }
                }
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
    }
}

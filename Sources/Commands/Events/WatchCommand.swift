import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct WatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Status.show.outline, API.Events.follow.outline] }

    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show events as they happen.",
        discussion: """
            Prints new entries, outcomes of readings and scanner events until interrupted. After a restart of the \
            daemon it continues with the next entry, so that none is missed. With --json, each line is {"event": \
            "entry", "outcome", "scanner" or "station", "data": …}; with --quiet, prints entry numbers only.

            Example:
              outguide watch --json
            """
    )

    /// The pause between attempts to reconnect to the daemon.
    private static let pause = Duration.milliseconds(500)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let position = await WatchPosition(entry: try await daemon.ask(API.Status.show).entries)
        var isAway = false
        while true {
            do {
                let wasAway = isAway
                try await daemon.withEvents(after: await position.entry) { events in
                    for try await event in events {
                        switch event {
                        case .opened:
                            if wasAway { await output.complain("outguided is back") }
                        case .entry(let entry):
                            if await position.advance(to: entry.entry) { try await output.showNext(event) }
                        case .outcome, .scanner, .station:
                            try await output.showNext(event)
                        }
                    }
                }
                isAway = false
            } catch DaemonClientError.unreachable {
                // This is reported once, below.
            }
            if !isAway { await output.complain("outguided has gone away; waiting for it to come back") }
            isAway = true
            try await Task.sleep(for: Self.pause)
        }
    }
}

import ArgumentParser
import CommandBasics
package import DaemonClient
import Localization
package import Terminal
import Wire

struct WatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Status.show.outline, API.Events.follow.outline] }
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: Message("Show events as they happen."),
        discussion: Message(
            """
            Prints new entries, outcomes of readings and scanner events until interrupted. After a restart of the \
            daemon it continues with the next entry, so that none is missed. With --json, each line is {{"event": \
            "entry", "outcome", "scanner" or "station", "data": …}}; with --quiet, prints entry numbers only.

            Example:
              outguide watch --json
            """
        )
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
                            if wasAway { await output.complain(Message("outguided is back")) }
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
            if !isAway { await output.complain(Message("outguided has gone away; waiting for it to come back")) }
            isAway = true
            try await Task.sleep(for: Self.pause)
        }
    }
}

/// The newest entry shown, after which a new stream continues; nil while no entry could be read.
@MainActor final class WatchPosition {
    private(set) var entry: Int64?

    init(entry: Int64?) { self.entry = entry }

    /// Whether `number` is newer than the entries shown; if so, records it.
    func advance(to number: Int64) -> Bool {
        guard number > entry ?? 0 else { return false }
        entry = number
        return true
    }
}

extension DaemonEvent: Presentable {
    package var document: EventDocument {
        switch self {
        case .opened: EventDocument(nil)
        case .entry(let entry): EventDocument(EventName.entry.rawValue, entry)
        case .outcome(let outcome): EventDocument(EventName.outcome.rawValue, outcome)
        case .scanner(let scanner): EventDocument(EventName.scanner.rawValue, scanner)
        case .station(let station): EventDocument(EventName.station.rawValue, station)
        }
    }

    package var lines: [StyledText] {
        switch self {
        // The preceding outcome already shows what people need to know.
        case .opened, .station: []
        case .entry(let entry):
            [
                StyledText(Moment.clock(entry.recordedAt), .faint) + "  "
                    + StyledText(Message("entry \(.number(entry.entry), "entry")")) + "  "
                    + StyledText(Term.entry(entry.kind)) + "  " + StyledText(entry.barcode ?? "", .strong)
                    + StyledText(entry.to.map { " → \($0.words.shown)" } ?? "") + "  "
                    + entry.author.styled(.faint)
            ]
        case .outcome(let outcome):
            [
                StyledText("\(outcome.station)  ", .faint)
                    + OutcomeResource.line(verdict: outcome.verdict, message: outcome.message)
            ]
        case .scanner(let event):
            [
                StyledText((event.station ?? event.scanner) + "  ", .faint)
                    + Term.scannerEvent(event.kind).styled(event.kind == "attached" ? .good : .warning).padded(to: 9)
                    + StyledText(" " + event.message)
            ]
        }
    }

    /// The number of the entry, if the event is one.
    package var identifiers: [String] {
        if case .entry(let entry) = self { [String(entry.entry)] } else { [] }
    }
}

extension EntryResource {
    /// Who wrote the entry, and where.
    fileprivate var author: Message {
        station.map { Message("by \(PrincipalName.of(principal), "principal") at \($0, "station")") }
            ?? Message("by \(PrincipalName.of(principal), "principal")")
    }
}

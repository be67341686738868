import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
package import Localization
package import Terminal
package import Wire

struct ContentsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Whereabouts.contents.outline] }
    static var asksWith: [String: [EndpointOutline]] {
        ["--verify": [API.Whereabouts.show.outline, API.Readings.record.outline, API.Stations.endSession.outline]]
    }

    static let configuration = CommandConfiguration(
        commandName: "contents",
        abstract: Message("List the direct contents of a location, container or custodian."),
        discussion: Message(
            """
            With --at, lists the contents at that time; a day or a minute means its end. \(MomentArgument.forms, "forms")

            With --verify, compares the record with what is there: scan the contents, one per line on standard input. \
            Extra and unknown items are reported at once, missing ones at the end. With --yes, or when you agree, the \
            result is recorded: missing items have no known location, extra ones are here. Exits with 1 when a \
            difference was found and not recorded.

            Examples:
              outguide contents LC000000001H
              outguide contents BX0000000014 --verify
              outguide contents LC000000001H --at 2026-01-31
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The barcode of the location, container or custodian."),
            valueName: Message("barcode", context: "value")
        )
    )
    var barcode: BarcodeArgument

    @Option(
        help: ArgumentHelp(Message("List the contents at this time."), valueName: Message("time", context: "value")),
        transform: MomentArgument.init
    )
    var at: MomentArgument?
    @Flag(help: ArgumentHelp(Message("Compare the record with what is there."))) var verify = false
    @Flag(help: ArgumentHelp(Message("With --verify: record the result without asking."))) var yes = false
    @Option(
        help: ArgumentHelp(
            Message("With --verify: the station of the count."),
            valueName: Message("name", context: "value")
        )
    ) var station: String?
    @Option(help: ArgumentHelp(Message("At most this many rows, oldest registration first; 0 for all."))) var limit =
        ListLimit(count: nil)
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if verify, at != nil { throw ValidationError("--verify and --at do not go together") }
        if !verify, yes || station != nil { throw ValidationError("--yes and --station go with --verify") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard !verify else {
            let count = ContentsVerification(daemon: daemon, output: output, place: barcode.text, isAgreed: yes)
            return try await count.run(at: station)
        }
        try await output.show(
            API.Whereabouts.contents,
            at: barcode.text,
            query: [API.Whereabouts.at.set(at?.text)],
            of: daemon,
            limit,
            emptiness: at == nil
                ? Message("\(barcode.text, "place") holds nothing") : Message("\(barcode.text, "place") held nothing")
        )
    }
}

/// Compares the contents of a place, read from standard input, with the expected contents.
struct ContentsVerification {
    let daemon: DaemonClient
    let output: Output
    let place: String
    /// Whether to record the result without confirmation.
    let isAgreed: Bool

    /// Counts at the named station, or at a private one for this run.
    func run(at name: String?) async throws {
        let station = name ?? PrivateStation.name()
        do {
            try await count(at: station)
        } catch let failure as CommandFailure where failure.code == .unreachable {
            throw failure
        } catch {
            try? await daemon.ask(API.Stations.endSession, at: station)
            throw error
        }
        if name == nil { try await daemon.ask(API.Stations.endSession, at: station) }
    }

    private func count(at station: String) async throws {
        let type = try await daemon.ask(API.Whereabouts.show, at: place).type
        let command: ControlCode = type == "location" ? .startStocktake : .verify
        _ = try await take(command.rawValue, at: station)
        let begun = try await take(place, at: station)
        guard !begun.isRefused else { throw CommandFailure(.refused, Message(verbatim: begun.message)) }
        await output.remark(Message(verbatim: begun.message))
        try await readThings(at: station)
        let outcome = try await take(ControlCode.endStocktake.rawValue, at: station)
        try await output.showNext(outcome)
        guard try await isToBeWritten(outcome) else {
            _ = try await take(ControlCode.end.rawValue, at: station)
            await output.remark(Message("nothing was written down"))
            if outcome.verdict != "accepted" { throw CommandFailure(.refused) }
            return
        }
        let written = try await take(ControlCode.confirm.rawValue, at: station)
        try await output.showNext(written)
        if written.isRefused { throw CommandFailure(.refused) }
    }

    private func readThings(at station: String) async throws {
        if isatty(STDIN_FILENO) == 1 { await output.remark(Message("scan what is there; end with Ctrl-D")) }
        let lines = await LineReader(descriptor: STDIN_FILENO)
        while let line = try await lines.next() {
            guard case .text(let text) = line else {
                await output.complain(
                    Message("cannot take a line of more than \(LineReader.longestLine, "limit") bytes")
                )
                continue
            }
            try await output.showNext(try await take(text, at: station))
        }
    }

    private func isToBeWritten(_ outcome: OutcomeResource) async throws -> Bool {
        guard !outcome.isRefused else { throw CommandFailure(.refused) }
        guard !isAgreed else { return true }
        // The input has ended; only a terminal can be asked again.
        guard isatty(STDIN_FILENO) == 1 else { return false }
        await output.complain(Message("write this down? [y/N]"))
        return Answer.isYes(readLine(strippingNewline: true))
    }

    private func take(_ text: String, at station: String) async throws -> OutcomeResource {
        try await daemon.ask(API.Readings.record, ReadingRequest(text: text, station: station))
    }
}

extension ContentsResource: TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("kind", context: "heading"),
            Message("title", context: "heading"), Message("since", context: "heading"),
            Message("seen", context: "heading"), Message("itself seen", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            barcode, Term.kind(kind), title, since.map(Moment.of), entry == nil ? nil : Term.sighting(seen),
            seen == "implied" ? lastSeen.map(Moment.of) : nil,
        ]
    }

    package var identifier: String { barcode }
}

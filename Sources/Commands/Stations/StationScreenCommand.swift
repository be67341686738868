import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import StationScreen
import Terminal
import Wire

struct StationScreenCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [API.Status.show.outline, API.Stations.list.outline, API.Stations.show.outline, API.Events.follow.outline]
    }

    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: Message("Show stations full-screen, legible across the room."),
        discussion: Message(
            """
            Shows in large letters the result of the last reading, the ten before it, what is open, who is signed in, \
            the scanners and what waits. It needs no keyboard. While the daemon is unreachable, the screen says so in \
            the largest letters, because nothing that is scanned then is taken; it recovers by itself. Ctrl-C ends it.

            Without a name, shows every station on one screen. With --tones, this machine plays a tone for every \
            reading: one high note for accepted, two for attention, three low ones for refused.

            --once prints the screen once. With --json: an object for each station with --once, otherwise a line for \
            each change.

            Examples:
              outguide station counter
              outguide station counter --tones --tone-device plughw:1
              outguide station --once --json
            """
        )
    )

    @Argument(
        help: ArgumentHelp(Message("The stations; by default all."), valueName: Message("station", context: "value"))
    ) var stations: [String] = []
    @Flag(help: ArgumentHelp(Message("Play a tone for every reading."))) var tones = false

    @Option(
        help: ArgumentHelp(
            Message("The ALSA device for the tones; aplay -L names them."),
            valueName: Message("device", context: "value")
        )
    )
    var toneDevice: String?

    @Flag(help: ArgumentHelp(Message("Print the screen once."))) var once = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if once, tones || toneDevice != nil { throw ValidationError("--once plays no tones") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let view = StationView(of: stations, daemon: daemon, output: output) { error in
            (error as? any MessageConvertible)?.message ?? Message(verbatim: "\(error)")
        }
        if once { return try await view.printOnce() }
        guard output.format == .people else { return try await view.printChanges() }
        guard await ByteSink.standardOutput.isTerminal else {
            throw CommandFailure(
                .usage,
                Message(
                    "cannot show stations here: the output is not a terminal; use a terminal, --once for one look, or "
                        + "--json for a line for each change"
                )
            )
        }
        guard Output.environment("TERM") != "dumb" else {
            throw CommandFailure(
                .usage,
                Message("cannot show stations here: TERM is dumb; use --once or --json")
            )
        }
        try await view.fillScreen(playsTones: tones, device: toneDevice)
    }
}

package import DaemonClient
package import Localization
package import Terminal
import Tones
import Wire

/// Shows stations of a daemon: full-screen, as a line for each change, or once.
package struct StationView {
    private let stations: [String]
    private let daemon: DaemonClient
    private let output: Output
    private let reason: StationWatch.Reason

    /// Creates a view of the named stations, or of all if there are none.
    ///
    /// - Parameter reason: the message for an error of the client.
    package init(
        of stations: [String],
        daemon: DaemonClient,
        output: Output,
        reason: @escaping @Sendable (any Error) -> Message
    ) {
        self.stations = stations
        self.daemon = daemon
        self.output = output
        self.reason = reason
    }

    /// Shows the stations full-screen, until a signal ends the process.
    ///
    /// - Parameters:
    ///   - playsTones: whether to play a tone for every reading.
    ///   - device: the ALSA device for the tones; if given, tones are played anyway.
    /// - Throws: `StreamError` if the terminal cannot be used.
    package func fillScreen(playsTones: Bool, device: String?) async throws {
        let box = StationNewsBox()
        let following = follow(box)
        defer { following.cancel() }
        let device = device ?? (playsTones ? TonePlayer.standardDevice : nil)
        let tones = device.map { device in
            TonePlayer(device: device) { trouble in box.put(.tones(trouble: trouble?.description)) }
        }
        try await display(box, tones).run()
    }

    /// Prints a line for each change, until a signal ends the process.
    ///
    /// - Throws: `StreamError` if a line cannot be printed.
    package func printChanges() async throws {
        let box = StationNewsBox()
        let following = follow(box)
        defer { following.cancel() }
        try await StationLines(box: box, output: output).run()
    }

    /// Prints the present state.
    ///
    /// - Throws: `DaemonClientError` if the daemon does not answer, `StreamError` if the output cannot be written.
    package func printOnce() async throws {
        let found = try await StationWatch.read(stations, from: daemon)
        let status = try await daemon.ask(API.Status.show)
        guard output.format == .people else { return try await output.show(StationDocuments(stations: found)) }
        var board = StationBoard(stations: stations)
        _ = board.take(.polled(found, trouble: StationWatch.trouble(of: status)), at: .now())
        let size = await TerminalScreen(isColoured: false).size
        try await output.show(BoardLayout(board: board, size: size, moment: .now()).frame)
    }

    private func follow(_ box: StationNewsBox) -> Task<Void, Never> {
        let watch = StationWatch(daemon: daemon, stations: stations, box: box, reason: reason)
        return Task { await watch.run() }
    }

    @MainActor private func display(_ box: StationNewsBox, _ tones: TonePlayer?) -> StationDisplay {
        let isColoured = Output.isColoured(isTerminal: true, environment: Output.environment)
        return StationDisplay(
            board: StationBoard(stations: stations),
            box: box,
            screen: TerminalScreen(isColoured: isColoured),
            tones: tones
        )
    }
}

/// The present state of stations, for programs.
private struct StationDocuments: Presentable {
    let stations: [StationResource]

    var document: ListDocument<StationResource> { ListDocument(all: stations) }
    var lines: [StyledText] { identifiers.map { StyledText($0) } }
    var identifiers: [String] { stations.map(\.station) }
}

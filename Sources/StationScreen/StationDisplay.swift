import Dispatch
import Glibc
import Terminal
import Tones
import UnixSignals

/// Shows stations on the terminal until a signal ends the process.
@MainActor struct StationDisplay {
    let board: StationBoard
    let box: StationNewsBox
    let screen: TerminalScreen
    let tones: TonePlayer?

    /// Draws the news from the queue; returns only if the terminal is gone.
    func run() async throws {
        let screen = screen
        try screen.open()
        let ending = await EndOfProcess { await screen.close() }
        let beats = Task { [box] in
            while !Task.isCancelled {
                box.put(.passed)
                try await Task.sleep(for: .seconds(1))
            }
        }
        let signals = await UnixSignalsSequence(trapping: .sigwinch, .sigcont)
        let watch = Task { [box] in
            for await signal in signals {
                // Another program has used the terminal while this process was stopped.
                if signal == .sigcont { try? screen.open() }
                box.put(.passed)
            }
        }
        listenToKeys()
        tones?.check()
        defer {
            beats.cancel()
            watch.cancel()
            screen.close()
            withExtendedLifetime(ending) {}
        }
        var board = board
        for await _ in box.wakes {
            for news in box.takeAll() {
                if let tone = board.take(news, at: .now()) { tones?.play(tone) }
            }
            let size = screen.size
            try screen.show(BoardLayout(board: board, size: size, moment: .now()).frame, size: size)
        }
    }

    /// Watches the keyboard.
    ///
    /// A scanner that is connected here types readings that are lost, which must be visible.
    private func listenToKeys() {
        guard isatty(STDIN_FILENO) == 1 else { return }
        DispatchQueue(label: "outguide.keys").async { [box] in
            var bytes = [UInt8](repeating: 0, count: 256)
            while read(STDIN_FILENO, &bytes, bytes.count) > 0 { box.put(.typed) }
        }
    }
}

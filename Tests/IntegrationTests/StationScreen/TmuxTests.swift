import Foundation
import TestSupport
import Testing

/// The same screen in a terminal that others wrote.
@Suite(.timeLimit(.minutes(2))) struct TmuxTests {
    @Test(arguments: [(80, 24), (200, 60)]) func looksTheSameInTmux(columns: Int, rows: Int) async throws {
        try await StationScreenBed.with(boxTitle: "日本語の箱 e\u{301} 👩‍⚖️") { bed in
            try await bed.scan(bed.shelf)
            try await bed.scan(bed.box)
            let name = bed.daemon.scratch("tmux")
            let environment = ["OUTGUIDE_SOCKET": bed.daemon.socket, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TMUX": ""]
            let program = try BuiltProduct.path(of: "outguide")
            @Sendable func tmux(_ arguments: String...) async throws -> ChildRun {
                try await ChildRun.of(
                    "/usr/bin/tmux",
                    ["-S", name, "-f", "/dev/null"] + arguments,
                    environment: environment
                )
            }
            let started = try await tmux(
                "new-session",
                "-d",
                "-x",
                "\(columns)",
                "-y",
                "\(rows)",
                program,
                "station",
                "counter"
            )
            #expect(started.status == 0, "\(started.errors)")
            var shown: [String] = []
            // Its last line is drawn last.
            while !shown.contains(where: { $0.contains("nothing waits") }) {
                try Task.checkCancellation()
                let captured = try await tmux("capture-pane", "-p")
                try #require(captured.status == 0, "\(captured.errors)")
                shown = captured.output.components(separatedBy: "\n")
            }
            _ = try await tmux("kill-server")
            try await bed.withScreen(columns, rows) { terminal in
                let own = try await terminal.wait(for: "日本語の箱", "nothing waits")
                // All but the line with the clock.
                let expected = own.lines.dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
                let found = shown.dropFirst().prefix(rows - 1).map { $0.trimmingCharacters(in: .whitespaces) }
                for (line, other) in zip(expected, found) where !line.contains("closes in") { #expect(line == other) }
            }
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// The screen across the room: the real program on a pseudo-terminal, beside the real daemon.
@Suite(.timeLimit(.minutes(2))) struct StationScreenTests {
    private static let green = "30;42"
    private static let amber = "30;43"
    private static let red = "1;37;41"

    @Test(arguments: [(80, 24), (200, 60)]) func showsEveryOutcome(columns: Int, rows: Int) async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(columns, rows) { terminal in
                let ready = try await terminal.wait(for: "counter", "no gun here")
                #expect(ready.isAlternate && !ready.showsCursor && !ready.wraps)

                try await bed.scan(bed.shelf)
                try await terminal.wait { Self.tells($0, "✓ accepted", "Shelf 3 is open", Self.green) }
                try await bed.scan(bed.box)
                // What is shown may be half a picture: all of it is waited for.
                try await terminal.wait {
                    Self.tells($0, "✓ accepted", "box \(bed.box) (Smith v. Jones) → Shelf 3", Self.green)
                        && ($0.text.contains("here: Shelf 3") || columns == 200) && $0.text.contains("closes in")
                }
                try await bed.scan(bed.shelf)
                try await bed.scan(bed.box)
                try await terminal.wait { Self.tells($0, "! attention", "at Shelf 3 already", Self.amber) }
                try await bed.scan("BX0000000025")
                // The five of this test stand under each other, the newest first.
                let refused = try await terminal.wait {
                    Self.tells($0, "✗ refused", "cannot accept BX0000000025: wrong check character", Self.red)
                        && Self.verdicts($0) == ["refused", "attention", "accepted", "accepted", "accepted"]
                }
                #expect(refused.strange == [])
            }
        }
    }

    @Test(arguments: [(80, 24), (200, 60)]) func saysThatTheDaemonIsAway(columns: Int, rows: Int) async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(columns, rows) { terminal in
                try await bed.scan(bed.shelf)
                try await terminal.wait(for: "Shelf 3 is open")
                try await bed.daemon.stop()
                // The whole of it is red: whoever looks from afar reads no sentence.
                try await terminal.wait { shown in
                    shown.text.contains("NOTHING that is scanned is taken") && shown.rows(styled: Self.red) == rows
                }
                try await bed.daemon.start()
                try await terminal.wait(for: "Shelf 3 is open", "counter")
                try await bed.scan(bed.box)
                try await terminal.wait { Self.tells($0, "✓ accepted", "box \(bed.box)", Self.green) }
            }
        }
    }

    /// A daemon that hangs keeps its connections open; its readings are taken by nobody all the same.
    @Test func aDaemonThatHangsIsAway() async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(80, 24) { terminal in
                try await terminal.wait(for: "nothing is open")
                let daemon = try #require(bed.daemon.processIdentifier)
                kill(daemon, SIGSTOP)
                let away = try? await terminal.wait(for: "outguided is away since")
                kill(daemon, SIGCONT)
                #expect(away != nil)
                try await terminal.wait(for: "nothing is open")
            }
        }
    }

    @Test func waitsForADaemonThatIsNotThereYet() async throws {
        try await StationScreenBed.with { bed in
            try await bed.daemon.stop()
            try await bed.withScreen(80, 24) { terminal in
                try await terminal.wait(for: "outguided is away since")
                try await bed.daemon.start()
                try await terminal.wait(for: "nothing is open")
            }
        }
    }

    @Test func followsTheSizeOfTheTerminal() async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(80, 24) { terminal in
                try await bed.scan(bed.shelf)
                try await terminal.wait(for: "Shelf 3 is open")
                for (columns, rows) in [(200, 60), (40, 10), (66, 3), (300, 90), (80, 24)] {
                    terminal.resize(columns: columns, rows: rows)
                    let shown = try await terminal.wait { shown in
                        shown.columns == columns && shown.rows(styled: Self.green) > 0
                            && shown.lines.first?.contains("counter") == true
                            && shown.cells.first?.last?.style != ""
                    }
                    #expect(shown.rows == rows)
                }
            }
        }
    }

    @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)]) func givesTheTerminalBack(
        signal: Int32,
        status: Int32
    ) async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(80, 24) { terminal in
                try await terminal.wait(for: "nothing is open")
                terminal.send(signal)
                #expect(await terminal.status() == status)
                try await terminal.waitForEnd()
                let left = terminal.shown
                #expect(!left.isAlternate && left.showsCursor && left.wraps)
                #expect(left.text.allSatisfy { $0 == " " || $0 == "\n" })
            }
        }
    }

    /// It is seen before the last roll runs out, and goes when there is enough again.
    @Test(arguments: [(80, 24), (200, 60)]) func saysWhatRunsOut(columns: Int, rows: Int) async throws {
        let configuration = """
            supplies:
              - name: boxes
                unit: boxes
                reorderAt: 3
                kinds: [box]
            """
        try await StationScreenBed.with(configuration: configuration) { bed in
            #expect(try await bed.daemon.outguide("supplies", "count", "boxes", "4").status == 0)
            try await bed.withScreen(columns, rows) { terminal in
                let enough = try await terminal.wait(for: "counter", "no gun here")
                #expect(!enough.text.contains("order more"))
                #expect(try await bed.daemon.outguide("container", "add", "--quiet").status == 0)
                let low = try await terminal.wait(for: "! 3 boxes of boxes left: order more")
                #expect(low.strange == [])
                // What happens meanwhile stands beside it.
                try await bed.scan(bed.shelf)
                try await terminal.wait(for: "Shelf 3 is open", "! 3 boxes of boxes left: order more")
                #expect(try await bed.daemon.outguide("supplies", "receive", "boxes", "20").status == 0)
                try await terminal.wait { !$0.text.contains("order more") && $0.text.contains("Shelf 3 is open") }
            }
        }
    }

    @Test func showsThePullListThatIsWalked() async throws {
        try await StationScreenBed.with { bed in
            #expect(try await bed.daemon.outguide("move", bed.box, "--to", bed.shelf).status == 0)
            let made = try await bed.daemon.outguide("pull-list", "new", bed.box, "--quiet")
            try await bed.withScreen(80, 24) { terminal in
                try await bed.scan(made.answer)
                try await terminal.wait(for: "pulling \(made.answer): 0 of 1", "left: \(bed.box) at Shelf 3")
                try await bed.scan(bed.box)
                let pulled = try await terminal.wait(for: "pulling \(made.answer): 1 of 1", "is pulled")
                #expect(pulled.strange == [])
            }
        }
    }

    /// A scanner that types into the screen is taken by nobody, and its keys end nothing but Ctrl-C does.
    @Test func whatIsTypedIsNotTakenAndIsTold() async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(80, 24) { terminal in
                try await terminal.wait(for: "nothing is open")
                terminal.type("\(bed.box)\r\u{1A}\u{13}q")
                let warned = try await terminal.wait(for: "takes NO readings")
                #expect(!warned.text.contains(bed.box))
                try await bed.scan(bed.shelf)
                try await terminal.wait(for: "Shelf 3 is open")
                terminal.type("\u{3}")
                #expect(await terminal.status() == 130)
            }
        }
    }

    @Test func titlesSteerNoTerminal() async throws {
        let title = "日本語の箱 \u{202E}gpj \u{1B}[2J e\u{301}\u{302} 👩‍⚖️"
        try await StationScreenBed.with(boxTitle: "日本語の箱 e\u{301}") { bed in
            try await bed.withScreen(80, 24) { terminal in
                try await bed.scan(bed.shelf)
                try await bed.scan(bed.box)
                let shown = try await terminal.wait(for: "日本語の箱 e\u{301}")
                // The cells of the line are as many as the screen has columns: the C library counts as we do.
                let line = try #require(shown.lines.first { $0.contains("日本語の箱") })
                #expect(line.contains("→ Shelf 3"))
                try await bed.scan(title)
                let refused = try await terminal.wait(for: "✗ refused")
                #expect(refused.strange == [])
                #expect(!refused.text.contains("\u{202E}"))
            }
        }
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "linux"], ["TERM": "vt220", "NO_COLOR": "1"]])
    func worksOnPlainTerminals(environment: [String: String]) async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(80, 24, environment: environment) { terminal in
                try await bed.scan("BX0000000025")
                let shown = try await terminal.wait(for: "✗ refused")
                let banner = environment["NO_COLOR"] == nil ? Self.red : "7"
                #expect(shown.rows(styled: banner) >= 6)
                let styles = Set(shown.cells.joined().map(\.style))
                if environment["NO_COLOR"] != nil { #expect(styles.isSubset(of: ["", "1", "7"])) }
                #expect(shown.strange == [])
            }
        }
    }

    @Test func severalStationsShareAScreen() async throws {
        try await StationScreenBed.with { bed in
            try await bed.withScreen(200, 60, []) { terminal in
                for number in 1...8 { try await bed.scan(bed.shelf, at: "station-\(number)") }
                let shown = try await terminal.wait { shown in
                    (1...8).allSatisfy { shown.text.contains("station-\($0)") }
                        && shown.text.components(separatedBy: "✓ accepted").count > 8
                }
                #expect(shown.strange == [])
            }
        }
    }

    @Test func playsATone() async throws {
        try await SoundBed.with { sound in
            try await StationScreenBed.with { bed in
                let arguments = ["counter", "--tone-device", SoundBed.device]
                try await bed.withScreen(80, 24, arguments, environment: sound.environment) { terminal in
                    try await terminal.wait(for: "nothing is open")
                    // What was read before the screen first asked makes no tone; and the player has its own thread.
                    repeat {
                        try await bed.scan("BX0000000025")
                    } while ((try? sound.played()) ?? []).allSatisfy { $0 == 0 }
                    #expect(!terminal.shown.text.contains("no tones"))
                }
                let nobody = ["counter", "--tone-device", "nobody"]
                try await bed.withScreen(80, 24, nobody, environment: sound.environment) { terminal in
                    let shown = try await terminal.wait(for: "no tones: cannot play tones on nobody")
                    #expect(shown.strange == [])
                }
            }
        }
    }

    @Test func tellsProgramsAsWell() async throws {
        try await StationScreenBed.with { bed in
            try await bed.scan(bed.shelf)
            let once = try #require(try await bed.daemon.json("station", "counter", "--once") as? [[String: Any]])
            #expect(once.map { $0["station"] as? String } == ["counter"])
            #expect((once.first?["context"] as? [String: Any])?["state"] as? String == "here")
            let look = try await bed.daemon.outguide("station", "--once")
            #expect(look.lines.count == 24)
            #expect(look.output.contains("Shelf 3 is open"))
            let nowhere = try await bed.daemon.outguide("station", "counter")
            #expect(nowhere.status == 64)
            #expect(nowhere.errors.contains("the output is not a terminal"))
        }
    }

    /// The verdicts of the last readings, from the top.
    private static func verdicts(_ shown: TerminalEmulator) -> [String] {
        shown.lines.compactMap { line in
            ["accepted", "attention", "refused"].first { line.contains(" \($0) ") }
        }
    }

    /// Whether the list begins with this, and the banner has the colour of it.
    private static func tells(_ shown: TerminalEmulator, _ verdict: String, _ message: String, _ style: String) -> Bool
    {
        guard
            let newest = shown.lines.first(where: {
                $0.contains(" accepted ") || $0.contains(" attention ") || $0.contains(" refused ")
            })
        else { return false }
        return newest.contains(verdict) && newest.contains(message) && shown.rows(styled: style) >= 6
    }
}

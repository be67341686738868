import Localization
import Testing

@testable import StationScreen
@testable import Terminal

/// The same board, size and moment always give the same frame.
@Suite struct FrameTests {
    private static let sizes = [ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 200, rows: 60)]

    private static let boards: [(name: String, board: StationBoard)] = {
        var away = SampleBoards.board(ending: "accepted")
        let since = ScreenMoment(seconds: SampleBoards.moment.seconds - 200, offset: 0)
        _ = away.take(
            .away(reason: Message(verbatim: "cannot reach outguided at /run/outguide/outguide.sock: no such file")),
            at: since
        )
        var degraded = SampleBoards.board(ending: "accepted")
        _ = degraded.take(.polled([], trouble: Message(verbatim: "the disk is full")), at: SampleBoards.moment)
        var typed = SampleBoards.board(ending: "accepted")
        _ = typed.take(.typed, at: SampleBoards.moment)
        _ = typed.take(.tones(trouble: "cannot play tones: install libasound2"), at: SampleBoards.moment)
        return [
            ("accepted", SampleBoards.board(ending: "accepted")),
            ("attention", SampleBoards.board(ending: "attention")),
            ("refused", SampleBoards.board(ending: "refused")),
            ("ready", SampleBoards.board(SampleBoards.station(clerk: nil, place: nil, messages: []))),
            (
                "armed",
                SampleBoards.board(
                    SampleBoards.station(state: "counting", armed: "into", scanner: "cannot read it: in use", queue: 3)
                )
            ),
            (
                "eight",
                SampleBoards.board(
                    SampleBoards.station("a"),
                    SampleBoards.station("b", clerk: nil),
                    SampleBoards.station("c", messages: Array(SampleBoards.messages[..<4])),
                    SampleBoards.station("d"),
                    SampleBoards.station("e", messages: Array(SampleBoards.messages[..<3])),
                    SampleBoards.station("f"),
                    SampleBoards.station("g", place: nil, messages: []),
                    SampleBoards.station("h")
                )
            ),
            ("nobody", SampleBoards.board()), ("connecting", StationBoard()), ("away", away), ("degraded", degraded),
            ("typed", typed),
        ]
    }()

    @Test(arguments: sizes, boards.map(\.name)) func isDrawnAsBefore(size: ScreenSize, name: String) throws {
        let board = try #require(Self.boards.first { $0.name == name }?.board)
        let frame = FrameText.of(BoardLayout(board: board, size: size, moment: SampleBoards.moment).frame)
        let expected = try FrameText.expected("\(name)-\(size.columns)x\(size.rows)", instead: frame)
        #expect(frame == expected, "it was\n\(frame)")
    }

    /// Whatever the size, a frame fills the screen exactly: a line too long or too many would scroll the rest away.
    @Test func fillsScreensOfEverySize() {
        let sides = [1, 2, 3, 4, 5, 8, 9, 14, 20, 24, 39, 40, 60, 100, 300]
        for (name, board) in Self.boards {
            for columns in sides {
                for rows in sides {
                    let size = ScreenSize(columns: columns, rows: rows)
                    let frame = BoardLayout(board: board, size: size, moment: SampleBoards.moment).frame
                    let isFilled = frame.count == rows && frame.allSatisfy { $0.width == columns }
                    #expect(isFilled, "\(name) at \(columns)x\(rows)")
                }
            }
        }
    }

    /// Titles are anybody's text: they steer no terminal, and their characters stay in their line.
    @Test(arguments: [
        "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}1;1H", "gpj.\u{202E}exe\u{2066}", "日本語の箱 〜 ファイル", "👩‍⚖️👨‍👩‍👧‍👦🇩🇪", "क्षत्रिय कृषि",
        "e" + String(repeating: "\u{301}", count: 500), "\u{301}\u{302}", String(repeating: "W", count: 5_000),
        "한국어 상자", "\u{200D}\u{200D}", "tab\there\r\nline",
    ])
    func hostileTitlesStayInTheirLine(title: String) {
        let messages = [(verdict: "accepted", message: "box (\(title)) → \(title)")]
        let station = SampleBoards.station(
            title,
            clerk: title,
            place: title,
            armed: title,
            scanner: title,
            messages: messages
        )
        for size in Self.sizes + [ScreenSize(columns: 31, rows: 9)] {
            let board = SampleBoards.board(station)
            let frame = BoardLayout(board: board, size: size, moment: SampleBoards.moment).frame
            #expect(frame.count == size.rows)
            for line in frame {
                #expect(line.width == size.columns)
                let text = line.parts.map(\.text).joined()
                #expect(text == HarmlessText.of(text))
                #expect(text.allSatisfy { $0.unicodeScalars.count <= 8 })
            }
        }
    }

    /// A verdict is told by its word and its sign as well as by its colour.
    @Test func verdictsDifferWithoutColour() {
        let frames = ["accepted", "attention", "refused"].map { verdict in
            var screen = ScreenText(isColoured: false)
            let size = Self.sizes[0]
            let board = SampleBoards.board(ending: verdict)
            let frame = BoardLayout(board: board, size: size, moment: SampleBoards.moment).frame
            return screen.change(to: frame, size: size)
        }
        #expect(Set(frames).count == 3)
        for frame in frames {
            let styles = frame.split(separator: "\u{1B}").compactMap { $0.prefixMatch(of: /\[[0-9;]*m/)?.output }
            #expect(Set(styles).isSubset(of: ["[0m", "[1m", "[7m"]))
            #expect(styles.contains("[7m"))
        }
    }

    @Test func onlyLinesThatChangedAreWritten() {
        var screen = ScreenText(isColoured: true)
        let size = ScreenSize(columns: 5, rows: 2)
        let frames: [[StyledText]] = [
            ["one  ", "two  "], ["one  ", "two  "], ["one  ", StyledText("three", .good)],
        ]
        let written = frames.map { screen.change(to: $0, size: size) }
        let whole = "\u{1B}[0m\u{1B}[2J\u{1B}[1;1Hone  \u{1B}[2;1Htwo  "
        #expect(written == [whole, "", "\u{1B}[2;1H\u{1B}[32mthree\u{1B}[0m"])
        screen.forget()
        let again = screen.change(to: frames[0], size: size)
        #expect(again == whole)
    }
}

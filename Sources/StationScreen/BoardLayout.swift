import Localization
import Terminal

/// Draws a whole screen.
///
/// Equal boards, sizes and moments produce equal frames.
struct BoardLayout {
    /// The number of rows below which a station shows only its verdict and message.
    private static let fewestRows = 2
    /// The minimum width of a station beside another one.
    private static let fewestColumns = 66
    /// The number of rows that stations should have before two are placed side by side.
    private static let comfortableRows = 12
    /// How many seconds the screen warns of a scanner that types into it.
    private static let typingShown: Int64 = 15

    let board: StationBoard
    let size: ScreenSize
    let moment: ScreenMoment

    /// The lines of the screen, one for each row, each as wide as the screen.
    var frame: [StyledText] {
        let strips = Array(strips.prefix(max(0, size.rows - 1)))
        let area = ScreenSize(columns: size.columns, rows: size.rows - strips.count)
        let drawn: [StyledText]
        switch board.link {
        case .connecting:
            drawn = alarm(
                Message("WAIT", context: "station screen"),
                [Message("outguided is not reached yet: do not scan")],
                area,
                .warningBar
            )
        case .away(let since, let reason):
            let duration = ScreenMoment.words(for: moment.seconds - since)
            drawn = alarm(
                Message("DO NOT SCAN", context: "station screen"),
                [
                    Message(
                        "outguided is away since \(moment.clock(of: since), "time") (\(duration, "duration")): NOTHING "
                            + "that is scanned is taken"
                    ),
                    Message(
                        "what was answered before is kept; this screen goes on by itself as soon as outguided is back"
                    ), reason,
                ],
                area,
                .badBar
            )
        case .degraded(let reason):
            let what = Message(
                "the log takes nothing in: what is scanned waits, and nobody knows yet what becomes of it"
            )
            drawn = alarm(Message("DO NOT SCAN", context: "station screen"), [what, reason], area, .badBar)
        case .connected:
            drawn = stations(area)
        }
        return drawn + strips
    }

    // MARK: - Stations

    private func stations(_ area: ScreenSize) -> [StyledText] {
        let panels = board.panels
        guard panels.count > 1 else {
            guard let panel = panels.first else {
                let what = Message(
                    "nothing was scanned at any station yet; scan, or name a station: outguide station NAME"
                )
                return alarm(.ready, [what], area, .bar)
            }
            return PanelLayout(panel: panel, columns: area.columns, rows: area.rows, moment: moment).lines
        }
        let across = across(area)
        let room = area.rows / Self.fewestRows * across
        let shown = panels.count <= room ? panels.count : max(1, (area.rows - 1) / Self.fewestRows * across)
        let left = panels.count - shown
        let down = (shown + across - 1) / across
        let rows = area.rows - (left > 0 ? 1 : 0)
        var lines: [StyledText] = []
        for row in 0..<down {
            let height = rows / down + (row < rows % down ? 1 : 0)
            lines += beside(panels[..<shown].dropFirst(row * across).prefix(across), of: across, height, area.columns)
        }
        if left > 0 {
            let rest = Message(
                "and {count} more that does not fit",
                plural: "and {count} more that do not fit",
                count: left
            )
            lines.append(.line(" " + rest.shown, width: area.columns, .warning))
        }
        return lines
    }

    /// Returns the number of stations side by side.
    private func across(_ area: ScreenSize) -> Int {
        let most = max(1, min(board.panels.count, area.columns / Self.fewestColumns))
        let comfortable = (1...most).first { area.rows / ((board.panels.count + $0 - 1) / $0) >= Self.comfortableRows }
        return comfortable ?? most
    }

    private func beside(
        _ panels: some Collection<StationPanel>,
        of across: Int,
        _ rows: Int,
        _ columns: Int
    )
        -> [StyledText]
    {
        let width = (columns - across + 1) / across
        let drawn = panels.map { PanelLayout(panel: $0, columns: width, rows: rows, moment: moment).lines }
        return (0..<rows).map { row in
            var line = StyledText("")
            for (index, panel) in drawn.enumerated() {
                if index > 0 { line = line + StyledText("│", .faint) }
                line = line + panel[row]
            }
            return line.padded(to: columns)
        }
    }

    // MARK: - Alarms

    /// Returns a whole screen with one word, as large as possible, and an explanation below it.
    private func alarm(_ word: Message, _ reasons: [Message], _ area: ScreenSize, _ style: TextStyle) -> [StyledText] {
        let empty = StyledText.line("", width: area.columns, style)
        let letters = letters(word.shown, area, style)
        let said = reasons.flatMap { reason in
            TextFit.wrap(TextFit.tame(reason.shown), width: max(1, area.columns - 2), most: 3).map {
                StyledText.centred($0, width: area.columns, style)
            }
        }
        let drawn = Array((letters + [empty] + said).prefix(area.rows))
        let above = (area.rows - drawn.count) / 2
        let below = area.rows - drawn.count - above
        return Array(repeating: empty, count: above) + drawn + Array(repeating: empty, count: below)
    }

    /// Returns the word in the largest letters that leave room for the explanation, in one line or two halves.
    private func letters(_ word: String, _ area: ScreenSize, _ style: TextStyle) -> [StyledText] {
        let words = word.split(separator: " ").map(String.init)
        let halves = [words.dropLast().joined(separator: " "), words.last ?? ""].filter { !$0.isEmpty }
        for scale in [6, 5, 4, 3, 2, 1] {
            for parts in [[word], halves] where BigText.rows(scale: scale) * parts.count <= area.rows * 2 / 3 {
                let drawn = parts.compactMap { StyledText.big($0, scale: scale, width: area.columns, style) }
                if drawn.count == parts.count { return drawn.flatMap(\.self) }
            }
        }
        return [StyledText.centred(word, width: area.columns, style)]
    }

    /// Messages about the screen itself, for its last rows.
    private var strips: [StyledText] {
        var strips: [StyledText] = []
        if let typedAt = board.typedAt, moment.seconds - typedAt <= Self.typingShown {
            let what = Message(
                "something types into this screen, which takes NO readings: plug the gun in at outguided"
            )
            strips.append(.line(" ! " + what.shown, width: size.columns, .badBar))
        }
        if let trouble = board.toneTrouble {
            let what = Message("no tones: \(TextFit.tame(trouble), "reason")")
            strips.append(.line(" ! " + what.shown, width: size.columns, .warningBar))
        }
        return strips
    }
}

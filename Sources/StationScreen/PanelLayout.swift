import Localization
import Terminal

/// Draws one station into a rectangle: clerk, place, last reading and earlier readings.
///
/// Rows are assigned in order of importance across a room: the verdict, the message, the open place, then earlier
/// readings.
struct PanelLayout {
    /// The age in seconds from which a verdict is no longer current.
    private static let freshness: Int64 = 60
    /// The number of rows from which the open place is drawn large.
    private static let tall = 40

    let panel: StationPanel
    let columns: Int
    let rows: Int
    let moment: ScreenMoment

    /// Exactly `rows` lines of `columns` columns.
    var lines: [StyledText] {
        guard rows >= 3 else { return Array(compact.prefix(max(0, rows))) }
        let ends = footer
        let head = [title] + context + banner
        let rest = max(0, rows - head.count - ends.count)
        let listed = rest >= 14 ? StationPanel.mostLines + 1 : max(0, rest - 4)
        let drawn = head + message(rows: rest - listed) + list(rows: listed) + ends
        let missing = max(0, rows - drawn.count)
        return Array((drawn + Array(repeating: .line("", width: columns), count: missing)).prefix(rows))
    }

    /// The last reading, if it is still current.
    private var fresh: StationPanel.Line? {
        panel.lines.first.flatMap { moment.seconds - $0.seenAt <= Self.freshness ? $0 : nil }
    }

    private var style: TextStyle { fresh?.verdict.bar ?? .bar }
    private var word: String { fresh?.verdict.largeWord ?? Message.ready.shown }

    private var compact: [StyledText] {
        let said = fresh.map { TextFit.tame($0.message) } ?? place
        return [
            .line(" \(word)  \(TextFit.tame(panel.name))", rows == 1 ? said : "", width: columns, style),
            .line(" " + said, width: columns, .strong),
        ]
    }

    private var title: StyledText {
        let nobody = panel.mustSignIn ? Message("SCAN YOUR BADGE FIRST") : Message("nobody is signed in")
        let clerk = panel.clerk.map { Message("clerk \(TextFit.tame($0), "clerk")") } ?? nobody
        return .line(" \(TextFit.tame(panel.name))   \(clerk.shown)", moment.clock + " ", width: columns, .bar)
    }

    private var place: String { TextFit.tame((panel.context ?? Message("nothing is open")).shown) }

    private var awaited: String? { panel.awaited.map { TextFit.tame($0.shown) } }

    /// What to do when there was no reading for a while.
    private var invitation: Message {
        if panel.mustSignIn, panel.clerk == nil { return Message("scan your badge first") }
        guard panel.context == nil else { return Message("scan what belongs there") }
        return Message("scan a place, then what belongs there")
    }

    // MARK: - The open place

    private var context: [StyledText] {
        guard rows >= 4 else { return [] }
        let small = StyledText.line(
            " " + (awaited.map { $0 + "   " } ?? "") + place,
            clock.map { $0.shown + " " } ?? "",
            width: columns,
            .strong
        )
        guard rows >= Self.tall else { return [small] }
        let empty = StyledText.line("", width: columns)
        let about = StyledText.line(
            " " + (awaited ?? ""),
            clock.map { $0.shown + " " } ?? "",
            width: columns
        )
        if let large = StyledText.big(place, scale: 1, width: columns - 2) {
            return [empty] + large.map { $0 + "  " } + [about]
        }
        return [empty, empty, .centred(place, width: columns, .strong), empty, empty, about]
    }

    /// How long the place has been open, and when it closes.
    private var clock: Message? {
        let opened = panel.openedAt.map { ScreenMoment.words(for: moment.seconds - $0) }
        guard let closesAt = panel.closesAt else { return opened.map { Message("for \($0, "duration")") } }
        guard closesAt > moment.seconds else {
            return opened.map { Message("for \($0, "duration"), closed by now") } ?? Message("closed by now")
        }
        let rest = ScreenMoment.words(for: closesAt - moment.seconds)
        return opened.map { Message("for \($0, "duration"), closes in \(rest, "rest")") }
            ?? Message("closes in \(rest, "rest")")
    }

    // MARK: - What happened last

    private var banner: [StyledText] {
        let most = rows * 3 / 10
        let longest = StationVerdict.allCases.map(\.largeWord).max { $0.count < $1.count } ?? word
        for scale in [4, 3, 2, 1] {
            guard let width = BigText.width(of: longest, scale: scale), width <= columns - 2,
                BigText.rows(scale: scale) <= most,
                let letters = StyledText.big(word, scale: scale, width: columns, style)
            else { continue }
            let edge = StyledText.line("", width: columns, style)
            return BigText.rows(scale: scale) + 2 <= most ? [edge] + letters + [edge] : letters
        }
        return [.centred(word, width: columns, style)]
    }

    private func message(rows: Int) -> [StyledText] {
        guard rows > 0 else { return [] }
        let said = fresh.map { TextFit.tame($0.message) } ?? invitation.shown
        let empty = StyledText.line("", width: columns)
        var drawn = large(said, rows: rows)
        if drawn.isEmpty {
            drawn = TextFit.wrap(said, width: columns - 2, most: min(rows, 4)).map {
                .line(" " + $0, width: columns, .strong)
            }
        }
        if drawn.count < rows { drawn.insert(empty, at: 0) }
        return drawn + Array(repeating: empty, count: rows - drawn.count)
    }

    /// Returns the message in the largest letters in which it fits completely; empty if it does not fit in any.
    private func large(_ said: String, rows: Int) -> [StyledText] {
        for scale in [3, 2, 1] {
            let most = rows / BigText.rows(scale: scale)
            guard most > 0 else { continue }
            let parts = TextFit.wrap(said, width: (columns - 2) / BigText.columns(scale: scale), most: most + 1)
            guard parts.count <= most else { continue }
            let drawn = parts.map { StyledText.big($0, scale: scale, width: columns) }
            if drawn.allSatisfy({ $0 != nil }) { return drawn.flatMap { $0 ?? [] } }
        }
        return []
    }

    // MARK: - What happened before

    private func list(rows: Int) -> [StyledText] {
        guard rows > 1 else { return Array(repeating: .line("", width: columns), count: max(0, rows)) }
        let rule = StyledText(String(repeating: "─", count: columns), .faint)
        let shown = panel.lines.prefix(rows - 1).map(line)
        return [rule] + shown + Array(repeating: .line("", width: columns), count: rows - 1 - shown.count)
    }

    private func line(_ line: StationPanel.Line) -> StyledText {
        let verdict = "\(line.verdict.sign) \(line.verdict.word.shown)"
        let before = " \(moment.clock(of: line.at))  "
        let width = StationVerdict.columns
        let room = columns - DisplayWidth.of(before) - width
        guard room > 0 else { return .line(before + verdict, width: columns, line.verdict.style) }
        return StyledText(before, .faint) + StyledText(TextFit.line(verdict, width: width), line.verdict.style)
            + StyledText.line(TextFit.tame(line.message), width: room)
    }

    // MARK: - What should be looked after

    private var footer: [StyledText] {
        guard rows >= 8 else { return [] }
        let warnings = panel.warnings.prefix(2).map {
            StyledText.line(" ! " + TextFit.tame($0.shown), width: columns, .warningBar)
        }
        let idle = panel.scanners.filter { $0.state != "reading" }
        let queue =
            panel.queue == 0
            ? Message("nothing waits")
            : Message("{count} waiting", plural: "{count} waiting", count: panel.queue)
        return warnings + [.line(" " + scanners, queue.shown + " ", width: columns, idle.isEmpty ? .faint : .warning)]
    }

    private var scanners: String {
        guard !panel.scanners.isEmpty else { return Message("no gun here").shown }
        let idle = panel.scanners.filter { $0.state != "reading" }
        guard idle.isEmpty else {
            return idle.map { "! \(TextFit.tame($0.name)): \(TextFit.tame($0.state))" }.joined(separator: ", ")
        }
        let names = panel.scanners.map { TextFit.tame($0.name) }.joined(separator: ", ")
        return Message(
            "\(names, "scanners") is read",
            plural: "\(names, "scanners") are read",
            count: panel.scanners.count
        ).shown
    }
}

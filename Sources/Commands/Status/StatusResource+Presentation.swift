import StationScreen
package import Terminal
package import Wire

extension StatusResource: Presentable {
    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("state", StyledText(state, state == "ready" ? .good : .bad)),
            ("daemon", StyledText("version \(version), process \(pid), since \(Moment.of(startedAt))")),
            ("site", StyledText(site)),
            ("time zone", StyledText(timeZone)),
            ("directory", StyledText(stateDirectory)),
            ("log", StyledText(log)),
            ("things", StyledText(things)),
        ]
        if lostReadings > 0 {
            pairs.append(("lost", StyledText("\(lostReadings) readings since the start: scan them again", .bad)))
        }
        if let scannerTrouble { pairs.append(("trouble", StyledText(scannerTrouble, .bad))) }
        if let logTrouble { pairs.append(("trouble", StyledText(logTrouble, .bad))) }
        if let checkpointTrouble { pairs.append(("trouble", StyledText(checkpointTrouble, .bad))) }
        if let environmentTrouble { pairs.append(("trouble", StyledText(environmentTrouble, .bad))) }
        if let clockTrouble { pairs.append(("clock", StyledText(clockTrouble, .bad))) }
        if let textTrouble { pairs.append(("trouble", StyledText(textTrouble, .bad))) }
        if let documentTrouble { pairs.append(("documents", StyledText(documentTrouble, .bad))) }
        for trouble in folderTroubles { pairs.append(("drop folder", trouble.line)) }
        for piece in work {
            let pages = piece.pages.map { " of \($0)" } ?? ""
            let page = piece.page.map { ", page \($0)\(pages)" } ?? ""
            pairs.append(("at work", StyledText("\(piece.what)\(page), since \(Moment.of(piece.since))")))
        }
        for doubt in labelDoubts {
            let media = doubt.mediaDoubt.map { ", loaded media not known (\($0))" } ?? ""
            let text = "\(doubt.labels) in doubt, of run \(doubt.batch)\(media): look, then \(doubt.command)"
            pairs.append(("labels", StyledText(text, .warning)))
        }
        for supply in lowSupplies {
            pairs.append(("supply", StyledText(supply.shortage, .warning)))
        }
        for scanner in scanners {
            let station = scanner.station.map { " at \($0)" } ?? ""
            let style: TextStyle = scanner.state == "reading" ? .good : .warning
            let text = StyledText(scanner.state, style) + StyledText("  \(scanner.name)\(station)  \(scanner.scanner)")
            pairs.append(("scanner", text))
        }
        return NamedLines.of(pairs)
    }

    package var identifiers: [String] { [state] }

    private var log: String {
        guard let entries, let readings else { return "cannot be read" }
        let mode =
            if let journalMode, let synchronous { "\(journalMode), synchronous \(synchronous)" } else { "read only" }
        return "\(entries) entries, \(readings) readings (\(mode))"
    }

    private var things: String {
        let counts = entities.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return counts.isEmpty ? "none" : counts.joined(separator: ", ")
    }
}

import Localization
import StationScreen
package import Terminal
package import Wire

extension StatusResource: Presentable {
    package var lines: [StyledText] {
        let lost = Message(
            "{count} reading since the start: scan it again",
            plural: "{count} readings since the start: scan them again",
            count: lostReadings
        )
        let own: [NamedLines.Pair] = [
            (Message("state", context: "heading"), Term.daemon(state).styled(state == "ready" ? .good : .bad)),
            (Message("daemon", context: "heading"), process), (Message("site", context: "heading"), site),
            (Message("time zone", context: "heading"), timeZone),
            (Message("directory", context: "heading"), stateDirectory), (Message("log", context: "heading"), log),
            (Message("things", context: "heading"), things),
            (Message("lost", context: "heading"), lostReadings > 0 ? lost.styled(.bad) : nil),
            (Message("trouble", context: "heading"), scannerTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), logTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), checkpointTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), environmentTrouble?.styled(.bad)),
            (Message("clock", context: "heading"), clockTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), textTrouble?.styled(.bad)),
            (Message("documents", context: "heading"), documentTrouble?.styled(.bad)),
        ]
        let folders: [NamedLines.Pair] = folderTroubles.map { (Message("drop folder", context: "heading"), $0.line) }
        let work: [NamedLines.Pair] = work.map { (Message("at work", context: "heading"), $0.sentence) }
        let doubts: [NamedLines.Pair] = labelDoubts.map {
            (Message("labels", context: "heading"), $0.sentence.styled(.warning))
        }
        let supplies: [NamedLines.Pair] = lowSupplies.map {
            (Message("supply", context: "heading"), $0.shortage.styled(.warning))
        }
        let scanners: [NamedLines.Pair] = scanners.map { (Message("scanner", context: "heading"), $0.line) }
        return NamedLines.of(own + folders + work + doubts + supplies + scanners)
    }

    package var identifiers: [String] { [state] }

    private var process: Message {
        let number = MessageArgument.number(Int64(pid))
        return Message(
            "version \(version, "version"), process \(number, "process"), since \(Moment.of(startedAt), "time")"
        )
    }

    private var log: Message {
        guard let entries, let readings else { return Message("cannot be read", context: "the log") }
        var mode = Message("read only", context: "the log")
        if let journalMode, let synchronous { mode = Message(verbatim: "\(journalMode), synchronous \(synchronous)") }
        let shown = Message("{count} reading", plural: "{count} readings", count: readings)
        return Message(
            "{count} entry, \(shown, "readings") (\(mode, "mode"))",
            plural: "{count} entries, \(shown, "readings") (\(mode, "mode"))",
            count: Int(entries)
        )
    }

    private var things: any Cell {
        let counts = entities.sorted { $0.key < $1.key }.map { type, count in
            Message("\(Term.kind(type), "kind") \(count, "count")").shown
        }
        return counts.isEmpty ? Message("none", context: "things") : counts.joined(separator: ", ")
    }
}

extension WorkResource {
    fileprivate var sentence: Message {
        let since = Moment.of(since)
        guard let page else { return Message("\(what, "work"), since \(since, "time")") }
        guard let pages else {
            return Message("\(what, "work"), page \(page, "page"), since \(since, "time")")
        }
        return Message(
            "\(what, "work"), page \(page, "page") of \(pages, "pages"), since \(since, "time")"
        )
    }
}

extension LabelDoubtResource {
    /// What to do about it, for monitoring.
    var problem: Message {
        let run = MessageArgument.number(batch)
        return Message(
            "run \(run, "run"): {count} label may or may not have come out; look, then run \(command, "command")",
            plural: "run \(run, "run"): {count} labels may or may not have come out; look, then run "
                + "\(command, "command")",
            count: labels
        )
    }

    fileprivate var sentence: Message {
        let run = MessageArgument.number(batch)
        guard let mediaDoubt else {
            return Message("\(labels, "count") in doubt, of run \(run, "run"): look, then \(command, "command")")
        }
        return Message(
            "\(labels, "count") in doubt, of run \(run, "run"), loaded media not known (\(mediaDoubt, "reason")): look, "
                + "then \(command, "command")"
        )
    }
}

extension ScannerResource {
    fileprivate var line: StyledText {
        let shown = Term.scanner(state).styled(state == "reading" ? .good : .warning)
        let place = station.map { Message("\(name, "scanner") at \($0, "station")") } ?? Message(verbatim: name)
        return shown + "  " + StyledText(place) + "  " + StyledText(scanner)
    }
}

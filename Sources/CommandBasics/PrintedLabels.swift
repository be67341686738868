import ArgumentParser
import Localization
package import Terminal
package import Wire

/// The option for kinds of printer trouble that do not prevent printing.
package struct DespiteOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Message(
                "Print although the printer reports this kind of trouble, such as out-of-labels; the log keeps that."
            ),
            valueName: Message("trouble", context: "value")
        )
    )
    var despite: [String] = []

    package init() {}

    /// The kinds for a request; nil for none.
    package var kinds: [String]? { despite.isEmpty ? nil : despite }
}

/// Printed labels, identified by their barcodes or by the job.
package struct PrintedLabels: Presentable {
    let response: LabelPrintResponse
    /// Whether the barcodes were minted for the run.
    let isMinted: Bool

    package init(response: LabelPrintResponse, isMinted: Bool) {
        self.response = response
        self.isMinted = isMinted
    }

    package var document: LabelPrintResponse { response }

    package var lines: [StyledText] {
        let isDoubtful = response.state == "doubtful"
        let line = Message(
            "{count} label on \(response.printer, "printer") (\(place(isDoubtful), "job"))",
            plural: "{count} labels on \(response.printer, "printer") (\(place(isDoubtful), "job"))",
            count: response.labels
        )
        let state = Self.message(state: response.state).styled(isDoubtful ? .warning : .good)
        var lines = [state + "  " + StyledText(line)]
        if let doubt = response.mediaDoubt {
            let what = Message(
                "not known what is loaded in \(response.printer, "printer") (\(doubt, "reason")): see that these are "
                    + "the right labels"
            )
            lines.append(what.styled(.warning))
        }
        if isMinted, let first = response.barcodes.first, let last = response.barcodes.last {
            lines.append(StyledText(response.barcodes.count == 1 ? first : "\(first) … \(last)"))
        }
        return lines
    }

    private func place(_ isDoubtful: Bool) -> Message {
        let job = MessageArgument.number(Int64(response.job))
        let place =
            response.batch.map { Message("job \(job, "job"), run \(.number($0), "run")") }
            ?? Message("job \(job, "job")")
        guard isDoubtful else { return place }
        return Message(
            "\(place, "job"): delivered, and the printer says nothing of it; look whether it came out"
        )
    }

    /// Returns the state of a job as people read it.
    private static func message(state: String) -> Message {
        switch state {
        case "completed": Message("completed", context: "state of a print job")
        case "doubtful": Message("doubtful", context: "state of a print job")
        case "queued": Message("queued", context: "state of a print job")
        default: Message(verbatim: state)
        }
    }

    package var identifiers: [String] { isMinted ? response.barcodes : [String(response.job)] }
}

package import Circulation
import Localization
import Printers
package import Vocabulary

/// Checks for doubtful labels, which a clerk must look for at the printer.
package struct LabelDoubtCheck: Check {
    static let name = "labels-in-doubt"

    let circulation: Circulation
    /// Returns the command that settles a doubt.
    let command: @Sendable (PrintDoubt) -> String

    package init(circulation: Circulation, command: @escaping @Sendable (PrintDoubt) -> String) {
        self.circulation = circulation
        self.command = command
    }

    package func findings() async -> [Finding] {
        guard let doubts = try? await circulation.doubts() else {
            let remedy = Message("“outguide status” says what is wrong with the log")
            return [.failed(Self.name, Message("the runs of labels cannot be read"), remedy: remedy)]
        }
        guard !doubts.isEmpty else { return [.ok(Self.name, Message("of no label it is open whether it came out"))] }
        return doubts.map { doubt in
            let (run, labels) = (MessageArgument.number(doubt.batch.rawValue), doubt.labels)
            let media = doubt.mediaDoubt.map { MediaDoubt(word: $0)?.message ?? Message(verbatim: $0) }
            let message =
                media.map { media in
                    Message(
                        "run \(run, "run"): \(labels, "labels") of its labels may or may not have come out, nor which "
                            + "media "
                            + "were loaded (\(media, "reason"))"
                    )
                } ?? Message("run \(run, "run"): \(labels, "labels") of its labels may or may not have come out")
            return .warning(
                Self.name,
                message,
                remedy: Message("look at the printer, then “\(command(doubt), "command")”")
            )
        }
    }
}

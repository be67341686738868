package import Circulation
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
            let remedy = "“outguide status” says what is wrong with the log"
            return [.failed(Self.name, "the runs of labels cannot be read", remedy: remedy)]
        }
        guard !doubts.isEmpty else { return [.ok(Self.name, "of no label it is open whether it came out")] }
        return doubts.map { doubt in
            let media = doubt.mediaDoubt.map { word in
                ", nor which media were loaded (\(MediaDoubt(word: word)?.description ?? word))"
            }
            let message =
                "run \(doubt.batch.rawValue): \(doubt.labels) of its labels may or may not have come out\(media ?? "")"
            return .warning(Self.name, message, remedy: "look at the printer, then “\(command(doubt))”")
        }
    }
}

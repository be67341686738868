import Circulation
import Vocabulary
import Wire

/// Checks for doubtful labels, which a clerk must look for at the printer.
struct LabelDoubtCheck: Check {
    static let name = "labels-in-doubt"

    let circulation: Circulation

    func findings() async -> [FindingResource] {
        guard let doubts = try? await circulation.doubts() else {
            let remedy = "“outguide status” says what is wrong with the log"
            return [.failed(Self.name, "the runs of labels cannot be read", remedy: remedy)]
        }
        guard !doubts.isEmpty else { return [.ok(Self.name, "of no label it is open whether it came out")] }
        return doubts.map { doubt in
            let doubt = LabelDoubtResource(doubt)
            let media = doubt.mediaDoubt.map { ", nor which media were loaded (\($0))" } ?? ""
            let message = "run \(doubt.batch): \(doubt.labels) of its labels may or may not have come out\(media)"
            return .warning(Self.name, message, remedy: "look at the printer, then “\(doubt.command)”")
        }
    }
}

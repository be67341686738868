import DaemonClient
import Terminal
import Wire

extension DaemonClient {
    /// Changes an entity and shows the result.
    func change(
        _ noun: EntityNoun,
        _ barcode: String,
        _ change: ChangeRequest,
        showing output: Output
    ) async throws {
        // The path accepts entities of every type; this checks that the entity has the named one.
        _ = try await ask(noun.requests.show, at: barcode)
        let changed = try await ask(API.Changes.change, at: barcode, change)
        let what = "\(changed.kind) \(changed.barcode)"
        await output.remark(changed.entry == nil ? "nothing to change: \(what) is so already" : "changed \(what)")
        try await output.show(changed)
    }
}

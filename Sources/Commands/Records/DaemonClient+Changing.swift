import DaemonClient
import Wire

extension DaemonClient {
    /// Changes a thing and shows it as it is then.
    func change(
        _ noun: RecordNoun,
        _ barcode: String,
        _ change: ChangeRequest,
        showing output: Output
    ) async throws {
        // The path of changes takes things of every sort; what was meant is this one.
        _ = try await record(noun, barcode: barcode)
        let changed = try await self.change(barcode, change)
        let what = "\(changed.kind) \(changed.barcode)"
        await output.remark(changed.entry == nil ? "nothing to change: \(what) is so already" : "changed \(what)")
        try await output.show(changed)
    }
}

import Terminal
import Wire

extension FolderTroubleResource {
    /// The problem and when it began, in one line.
    var summary: String { "\(device): \(message), since \(Moment.of(since))" }

    /// The problem with the first names and the remedy, in one line.
    var line: StyledText {
        let more = names.isEmpty ? "" : " (" + names.joined(separator: ", ") + (count > names.count ? ", …" : "") + ")"
        let style: TextStyle = state == "failed" ? .bad : .warning
        return StyledText(summary + more, style) + StyledText("; \(remedy)")
    }

    /// Returns the worst problem of each folder that needs attention, for monitoring.
    static func problems(_ troubles: [FolderTroubleResource]) -> [String] {
        var folders: [String] = []
        for trouble in troubles where !folders.contains(trouble.folder) { folders.append(trouble.folder) }
        return folders.compactMap { folder in
            let serious = troubles.filter { $0.folder == folder && $0.state != "notice" }
            guard let worst = serious.first else { return nil }
            let more = serious.count == 1 ? "" : " (and \(serious.count - 1) more)"
            return "drop folder of \(worst.summary)\(more)"
        }
    }
}

import CommandBasics
import Crypto
import DaemonClient
import Localization
import Terminal
import Wire

/// Fetches backups and documents from the daemon into files, and verifies each.
@MainActor struct FetchedBackup {
    let daemon: DaemonClient
    let output: Output

    /// Has the daemon create a backup, and writes it to the draft, which stays unfinished.
    func log(into draft: FileDraft, named name: String) async throws -> BackupResource {
        let backup = try await ProgressBar.following(daemon, output) {
            try await daemon.ask(API.Backups.create, progress: $0)
        }
        let bar = ProgressBar(output)
        defer { bar?.clear() }
        let sha256 = try await write(to: draft, bytes: backup.bytes) { offset in
            bar?.show("fetching", done: offset, of: backup.bytes)
            return try await daemon.part(of: API.Backups.read, at: backup.name, from: offset, length: backup.bytes)
        }
        guard sha256 == backup.sha256 else {
            throw CommandFailure(
                .inputOutput,
                Message("cannot vouch for \(name, "file"): it changed on its way; make it again")
            )
        }
        return backup
    }

    /// Writes the file of a document to a directory.
    func document(_ file: DocumentFileResource, into directory: BackupDirectory) async throws {
        try directory.makeRoom(for: file.sha256)
        let path = directory.file(file.sha256)
        let draft = try FileDraft(path: path, mode: 0o600)
        do {
            let length = file.bytes ?? 0
            let sha256 = try await write(to: draft, bytes: length) {
                try await daemon.part(of: API.DocumentFiles.read, at: file.sha256, from: $0, length: length)
            }
            guard sha256 == file.sha256 else {
                throw CommandFailure(
                    .inputOutput,
                    Message(
                        "cannot vouch for \(path, "file"): the daemon's copy of \(file.sha256, "document") is damaged; "
                            + "“outguide document verify” lists the document"
                    )
                )
            }
            try draft.finish()
        } catch {
            draft.discard()
            throw error
        }
    }

    /// Writes the parts to the draft; returns the hexadecimal SHA-256 of what was written.
    private func write(
        to draft: FileDraft,
        bytes: Int64,
        _ part: (Int64) async throws -> [UInt8]
    ) async throws -> String {
        var (offset, hash) = (Int64(0), SHA256())
        while offset < bytes {
            let part = try await part(offset)
            hash.update(data: part)
            try draft.append(part)
            offset += Int64(part.count)
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

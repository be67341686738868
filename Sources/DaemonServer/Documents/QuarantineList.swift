import Settings
import Vocabulary
import Wire

/// The files in the quarantines of all drop folders, sorted by path.
///
/// Calls block.
struct QuarantineList {
    private let folders: [(device: String, quarantine: Quarantine)]

    init(_ folders: [DropFolderConfiguration]) {
        self.folders = folders.map { ($0.device, Quarantine(folder: DropFolder(path: $0.path))) }
            .sorted { $0.1.folder.quarantine < $1.1.folder.quarantine }
    }

    /// Returns at most `limit` files after the path `cursor`.
    func page(after cursor: String?, limit: Int) -> Page<QuarantinedFileResource> {
        let (folder, name) = Self.split(cursor)
        var files: [QuarantinedFileResource] = []
        var (total, isWhole, hasMore) = (0, true, false)
        for (device, quarantine) in folders where quarantine.folder.quarantine >= folder {
            let path = quarantine.folder.quarantine
            let part = quarantine.part(after: path == folder ? name : nil, limit: limit - files.count)
            files += part.files.map { Self.resource($0, in: quarantine, of: device) }
            total += part.total
            isWhole = isWhole && part.isWhole
            hasMore = hasMore || part.hasMore
        }
        return Page(
            items: files,
            total: cursor == nil ? total : nil,
            complete: !hasMore && isWhole,
            next: hasMore ? files.last?.path : nil
        )
    }

    /// The folder and file name with which the previous page ended.
    private static func split(_ cursor: String?) -> (folder: String, name: String) {
        guard let cursor, let slash = cursor.lastIndex(of: "/") else { return ("", "") }
        return (String(cursor[..<slash]), String(cursor[cursor.index(after: slash)...]))
    }

    private static func resource(
        _ file: Quarantine.File,
        in quarantine: Quarantine,
        of device: String
    ) -> QuarantinedFileResource {
        QuarantinedFileResource(
            id: quarantine.id(of: file),
            device: device,
            path: quarantine.path(file),
            reason: file.reason,
            bytes: file.bytes,
            since: Timestamp(clamping: file.since).rfc3339
        )
    }
}

package import Barcodes
package import Circulation
import ImageDecoding
import Localization
import Safekeeping
import Settings
package import TransferLog
package import Vocabulary

/// The files in the quarantines of all drop folders, which a user can file to an entity of their choice.
package struct QuarantinedFiles: Sendable {
    /// A page of the files, sorted by path.
    package struct Page: Sendable {
        package var files: [QuarantinedFile] = []
        /// The number of all files; nil on any page but the first.
        package var total: Int?
        /// Whether no file is left out and none follows.
        package var isComplete = true
        /// The path after which the next page begins; nil on the last page.
        package var next: String?
    }

    /// A quarantined file and its location.
    package struct Found: Sendable {
        let folder: DropFolderConfiguration
        let quarantine: Quarantine
        let file: WaitingFile
    }

    private let quarantines: [(folder: DropFolderConfiguration, quarantine: Quarantine)]
    private let store: DocumentStore
    private let decoder: DecoderProcess
    private let options: DecodingOptions
    private let clock: UTCClock

    init(
        of folders: [DropFolderConfiguration],
        store: DocumentStore,
        decoder: DecoderProcess,
        options: DecodingOptions,
        clock: UTCClock
    ) {
        quarantines = folders.map { ($0, Quarantine(folder: DropFolder(path: $0.path))) }
            .sorted { $0.1.folder.quarantine < $1.1.folder.quarantine }
        self.store = store
        self.decoder = decoder
        self.options = options
        self.clock = clock
    }

    /// Returns at most `limit` files after the path `cursor`.
    ///
    /// - Throws: Nothing; a quarantine that cannot be read makes the page incomplete.
    package func page(after cursor: String?, limit: Int) async throws -> Page {
        try await BlockingWork.run { [self] in blockingPage(after: cursor, limit: limit) }
    }

    func blockingPage(after cursor: String?, limit: Int) -> Page {
        let (folder, name) = Self.split(cursor)
        var page = Page()
        var (total, hasMore) = (0, false)
        for (configuration, quarantine) in quarantines where quarantine.folder.quarantine >= folder {
            let isFirst = quarantine.folder.quarantine == folder
            let part = quarantine.part(after: isFirst ? name : nil, limit: limit - page.files.count)
            page.files += part.files.map { QuarantinedFile($0, in: quarantine, of: configuration.device) }
            total += part.total
            page.isComplete = page.isComplete && part.isWhole
            hasMore = hasMore || part.hasMore
        }
        page.total = cursor == nil ? total : nil
        page.isComplete = page.isComplete && !hasMore
        page.next = hasMore ? page.files.last?.path : nil
        return page
    }

    /// The folder and file name with which the previous page ended.
    private static func split(_ cursor: String?) -> (folder: String, name: String) {
        guard let cursor, let slash = cursor.lastIndex(of: "/") else { return ("", "") }
        return (String(cursor[..<slash]), String(cursor[cursor.index(after: slash)...]))
    }

    /// The file with this identifier or path.
    ///
    /// - Throws: `Refusal` if no quarantine has such a file.
    package func find(_ text: String) async throws -> Found {
        let found = try await BlockingWork.run { [quarantines] () -> Found? in
            for (folder, quarantine) in quarantines {
                // A folder without a quarantine, or an unavailable one, has no such file.
                guard let file = try? quarantine.file(named: text) else { continue }
                return Found(folder: folder, quarantine: quarantine, file: file.state)
            }
            return nil
        }
        guard let found else {
            throw Refusal(
                .unknownFile,
                Message(
                    "cannot find the file \(text, "file") in quarantine; outguide document quarantine lists what waits "
                        + "there"
                )
            )
        }
        return found
    }

    /// Files `found` to the entity with this barcode, and only then removes it.
    ///
    /// Throws `Refusal` when the file cannot be filed, and `ImageDecodingError` when the decoder cannot work now.
    package func assign(
        _ found: Found,
        to barcode: Barcode,
        wholly: Bool,
        pages: Int?,
        as circulation: Circulation,
        by principal: Principal,
        key: RequestKey?
    ) async throws -> [DocumentSummary] {
        let limit = found.folder.largestFile << 20
        guard
            let bytes = try await BlockingWork.run({ try found.quarantine.bytes(of: found.file, upTo: limit) }),
            let hash = DocumentStore.hash(of: bytes)
        else {
            throw Refusal(
                .unknownFile,
                Message("cannot file \(found.file.name, "file"): it was changed just now, list the quarantine again")
            )
        }
        let scanned = try await scanned(bytes, hash, pages: pages)
        let dropped = DroppedFile(found.file, in: DropFolderName(found.quarantine.folder.quarantine), content: hash)
        let store = store
        try await BlockingWork.run { try store.store(bytes, as: hash) }
        let attribution = Attribution(
            principal: principal,
            station: found.folder.station,
            scanner: ScannerName(found.folder.device),
            occurredAt: min(Timestamp(clamping: found.file.identity.changedAt / 1_000), clock.now())
        )
        let documents = try await circulation.assign(
            scanned,
            from: dropped,
            to: barcode,
            rule: wholly || pages != nil ? .files : found.folder.rules.separation,
            by: attribution,
            key: key
        )
        try await BlockingWork.run { try found.quarantine.remove(found.file) }
        try await circulation.forget(dropped)
        return documents
    }

    /// Decodes the barcodes on the pages; skipped when the user gives the number of pages.
    private func scanned(_ bytes: [UInt8], _ hash: ContentHash, pages: Int?) async throws -> ScannedFile {
        guard let mediaType = ImageMediaType.of(bytes) else {
            throw Refusal(
                .coverSheet,
                Message(
                    "cannot file it: it is neither PDF nor an image; convert it to PDF, and put that into the drop "
                        + "folder"
                )
            )
        }
        let length = Int64(bytes.count)
        if let pages {
            return ScannedFile(
                hash: hash,
                bytes: length,
                mediaType: mediaType,
                pages: Array(repeating: [], count: pages)
            )
        }
        do {
            let image = try await decoder.decode(bytes, options: options)
            guard image.isComplete else {
                throw Refusal(
                    .coverSheet,
                    Message(
                        "cannot count its pages: not all of them can be read; look at it, and give the number of its "
                            + "pages "
                            + "with --pages"
                    )
                )
            }
            return ScannedFile(image, hash: hash, bytes: length, mediaType: mediaType)
        } catch let error as ImageDecodingError {
            switch error {
            case .busy, .cancelled, .cannotStart, .brokenAnswer: throw error
            default:
                throw Refusal(
                    .coverSheet,
                    Message(
                        "cannot count its pages: \(error, "reason"); look at it, and give the number of its pages with "
                            + "--pages"
                    )
                )
            }
        }
    }
}

/// A file in quarantine, as it is listed.
package struct QuarantinedFile: Sendable, Hashable {
    package let id: String
    /// The copier.
    package let device: String
    package let path: String
    package let reason: String
    package let bytes: Int64
    package let since: Timestamp

    init(_ file: Quarantine.File, in quarantine: Quarantine, of device: String) {
        id = quarantine.id(of: file)
        self.device = device
        path = quarantine.path(file)
        reason = file.reason
        bytes = file.bytes
        since = Timestamp(clamping: file.since)
    }
}

import Barcodes
import Circulation
import ImageDecoding
import Safekeeping
import Settings
import TransferLog
import Vocabulary
import Wire

/// Files quarantined files to the entity that the user names.
struct QuarantineDesk: Sendable {
    /// A quarantined file and its location.
    struct Found: Sendable {
        let folder: DropFolderConfiguration
        let quarantine: Quarantine
        let file: WaitingFile
    }

    let folders: [DropFolderConfiguration]
    let store: DocumentStore
    let decoder: DecoderProcess
    let options: DecodingOptions

    /// The file with this identifier or path.
    func find(_ text: String) async throws -> Found {
        let folders = folders
        let found = try await BlockingWork.run { () -> Found? in
            for folder in folders {
                let quarantine = Quarantine(folder: DropFolder(path: folder.path))
                // A folder without a quarantine, or an unavailable one, has no such file.
                guard let file = try? quarantine.file(named: text) else { continue }
                return Found(folder: folder, quarantine: quarantine, file: file.state)
            }
            return nil
        }
        guard let found else {
            let what = "cannot find the file \(text) in quarantine"
            throw Refusal(.unknownFile, "\(what); outguide document quarantine lists what waits there")
        }
        return found
    }

    /// Files `found` to the entity with this barcode, and only then removes it.
    func assign(
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
                "cannot file \(found.file.name): it was changed just now, list the quarantine again"
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
            occurredAt: min(Timestamp(clamping: found.file.identity.changedAt / 1_000), UTCClock.system.now())
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
            let what = "cannot file it: it is neither PDF nor an image"
            throw Refusal(.coverSheet, "\(what); convert it to PDF, and put that into the drop folder")
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
        let remedy = "look at it, and give the number of its pages with --pages"
        do {
            let image = try await decoder.decode(bytes, options: options)
            guard image.isComplete else {
                throw Refusal(.coverSheet, "cannot count its pages: not all of them can be read; \(remedy)")
            }
            return ScannedFile(image, hash: hash, bytes: length, mediaType: mediaType)
        } catch let error as ImageDecodingError {
            switch error {
            case .busy, .cancelled, .cannotStart, .brokenAnswer: throw Problem(error)
            default: throw Refusal(.coverSheet, "cannot count its pages: \(error); \(remedy)")
            }
        }
    }
}

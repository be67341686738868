import Barcodes
import Circulation
import ImageDecoding
import Logging
import Safekeeping
import Settings
import TransferLog
import Vocabulary

/// Moves files from a drop folder to the store and the log, one at a time.
struct DocumentIntake: Sendable {
    /// The result of reading a file, before it is filed.
    enum Prepared: Sendable {
        case document(ScannedFile, DroppedFile, bytes: [UInt8], owner: UInt32)
        /// The log already has it; only its removal is outstanding.
        case filed(DroppedFile, bytes: [UInt8])
        /// It can never be filed.
        case hopeless(String)
        /// It is unreadable; more of it may still arrive.
        case damaged(String)
        /// A program has it open for writing.
        case beingWritten
        /// It was replaced or removed in the meantime.
        case changed
        /// The obstacle is not the file; try again later.
        case notNow(String)
    }

    /// The result of filing a file.
    enum Fate: Sendable, Equatable {
        /// It is filed or quarantined, and its name is free.
        case done
        /// The file changed after it was read.
        case changed
        /// A program has it open for writing.
        case beingWritten
        /// It is unreadable; more of it may still arrive.
        case unreadable(String)
        /// It cannot be filed now.
        case postponed(String)
    }

    let configuration: DropFolderConfiguration
    let folder: DropFolder
    let store: DocumentStore
    let decoder: DecoderProcess
    let options: DecodingOptions
    let circulation: Circulation
    let logger: Logger
    /// Tracks long work.
    var work = OngoingWork()

    /// Reads and decodes the file; may run for any number of files concurrently.
    ///
    /// `hasWaitedLonger` is whether the file may be read even if it is unknown whether a program is writing it.
    func prepare(_ file: WaitingFile, hasWaitedLonger: Bool) async -> Prepared {
        let folder = folder
        let limit = configuration.largestFile << 20
        let bytes: [UInt8]
        let owner: UInt32
        do {
            let reading = try await BlockingWork.run {
                try folder.read(file, upTo: limit, whoeverWrites: hasWaitedLonger)
            }
            switch reading {
            case .whole(let all, let user): (bytes, owner) = (all, user)
            case .beingWritten: return .beingWritten
            case .changed: return .changed
            }
        } catch DropFolderError.tooLong(let limit) {
            return .hopeless(DropFolderError.tooLong(limit: limit).description)
        } catch {
            return .notNow("\(error)")
        }
        guard !bytes.isEmpty else { return .damaged("cannot file it: it is empty") }
        guard let mediaType = ImageMediaType.of(bytes), let hash = DocumentStore.hash(of: bytes) else {
            return .damaged("cannot file it: it is neither PDF nor an image")
        }
        let dropped = DroppedFile(file, in: folder.folderName, content: hash)
        do {
            if try await circulation.isFiled(dropped) { return .filed(dropped, bytes: bytes) }
        } catch {
            return .notNow("\(error)")
        }
        let work = work
        let ticket = work.begin("a file from \(configuration.device)")
        defer { work.end(ticket) }
        do {
            let image = try await decoder.decode(bytes, options: options, for: folder.path) { page, count in
                work.update(ticket, page: page, of: count)
            }
            if let page = image.pages.first(where: { $0.problem != nil }), let problem = page.problem {
                let reason = "cannot file it: page \(page.number): \(problem)"
                switch problem {
                // More bytes would not make the page decode faster.
                case .tooSlow, .timedOut: return .hopeless(reason)
                default: return .damaged(reason)
                }
            }
            guard image.isComplete else { return .hopeless(Self.tooMuch(for: decoder.limits)) }
            let scanned = ScannedFile(image, hash: hash, bytes: Int64(bytes.count), mediaType: mediaType)
            return .document(scanned, dropped, bytes: bytes, owner: owner)
        } catch {
            switch error {
            case .busy, .cancelled, .cannotStart, .brokenAnswer: return .notNow(error.description)
            case .damaged, .empty: return .damaged(error.description)
            default: return .hopeless(error.description)
            }
        }
    }

    /// Stores the prepared file, records it in the log, and only then removes it from the folder; handles one file at
    /// a time.
    ///
    /// `hasSettled` is whether an unreadable file has had enough time to become readable. `unordered` is the size of
    /// the group of files with undeterminable order to which this one belongs. `arrivedAt` is when the file appeared
    /// in the folder, by the daemon's clock.
    func finish(
        _ file: WaitingFile,
        _ prepared: Prepared,
        hasSettled: Bool,
        unordered: Int? = nil,
        arrivedAt: Timestamp = UTCClock.system.now()
    ) async -> Fate {
        switch prepared {
        case .changed: return .changed
        case .beingWritten: return .beingWritten
        case .notNow(let reason): return .postponed(reason)
        case .damaged(let reason) where !hasSettled: return .unreadable(reason)
        case .damaged(let reason), .hopeless(let reason): return await quarantine(file, reason)
        case .filed(let dropped, let bytes):
            return await removeFiled(file, dropped, bytes, isOrdered: unordered == nil)
        case .document(let scanned, let dropped, let bytes, let owner):
            if let unordered, let fate = await refuseUnordered(file, scanned, among: unordered) { return fate }
            let filing = Filing(
                scanned: scanned,
                dropped: dropped,
                bytes: bytes,
                owner: owner,
                arrivedAt: arrivedAt,
                isOrdered: unordered == nil
            )
            return await attach(file, filing)
        }
    }

    /// A file about to be filed.
    private struct Filing: Sendable {
        let scanned: ScannedFile
        let dropped: DroppedFile
        let bytes: [UInt8]
        let owner: UInt32
        let arrivedAt: Timestamp
        /// Whether its position among the other files is known.
        let isOrdered: Bool
    }

    /// Refuses a file of unknown position unless it begins with a cover sheet that identifies its entity.
    private func refuseUnordered(_ file: WaitingFile, _ scanned: ScannedFile, among count: Int) async -> Fate? {
        do {
            guard try await !circulation.beginsWithCoverSheet(scanned) else { return nil }
        } catch {
            return .postponed("\(error)")
        }
        let why =
            "it does not begin with a cover sheet, and the order of the \(count) files that it came with is not clear"
        let remedy = "put one on it, or put the files into the folder one after the other"
        return await quarantine(file, "cannot file it: \(why) from their names and times; \(remedy)")
    }

    private func attach(_ file: WaitingFile, _ filing: Filing) async -> Fate {
        do {
            let (store, folder) = (store, folder)
            guard try await BlockingWork.run({ try folder.isUntouched(file) }) else { return .changed }
            let keepsOwnTime = try await BlockingWork.run { folder.keepsOwnTime }
            // The clock of another machine may be hours off.
            let written = keepsOwnTime ? Timestamp(clamping: file.identity.changedAt / 1_000) : filing.arrivedAt
            let attribution = Attribution(
                principal: .user(filing.owner),
                station: configuration.station,
                scanner: ScannerName(configuration.device),
                occurredAt: min(written, UTCClock.system.now())
            )
            try await BlockingWork.run { try store.store(filing.bytes, as: filing.scanned.hash) }
            let entries = try await circulation.attach(
                filing.scanned,
                from: filing.dropped,
                arrivedAt: filing.arrivedAt,
                rules: configuration.rules,
                by: attribution
            )
            logger.info(
                "filed a scan",
                metadata: ["sha256": "\(filing.scanned.hash)", "entries": "\(entries.map(\.rawValue))"]
            )
            return await removeFiled(file, filing.dropped, filing.bytes, isOrdered: filing.isOrdered)
        } catch let refusal as Refusal {
            return await quarantine(file, refusal.message)
        } catch {
            return .postponed("\(error)")
        }
    }

    /// Removes a file that is in the log, and only then deletes the record of its identity.
    private func removeFiled(
        _ file: WaitingFile,
        _ dropped: DroppedFile,
        _ bytes: [UInt8],
        isOrdered: Bool
    ) async -> Fate {
        do {
            // Pages after files of unknown order must not be attributed to any of them.
            if !isOrdered { try await circulation.interrupt(folder.folderName) }
            let fate = try await remove(file, bytes)
            if fate == .done { try await circulation.forget(dropped) }
            return fate
        } catch {
            return .postponed("\(error)")
        }
    }

    /// Removes a filed file, unless its content has changed; the changed file is then filed too.
    private func remove(_ file: WaitingFile, _ bytes: [UInt8]) async throws -> Fate {
        let folder = folder
        if try await BlockingWork.run({ try folder.remove(file, holding: bytes) }) { return .done }
        logger.warning(
            "a scan was changed after it was filed, and will be filed again as it is then",
            metadata: ["folder": "\(folder.path)"]
        )
        return .changed
    }

    private func quarantine(_ file: WaitingFile, _ reason: String) async -> Fate {
        do {
            let folder = folder
            // Interrupt before the file is moved: later pages must not be taken for a continuation of earlier ones.
            try await circulation.interrupt(folder.folderName)
            try await BlockingWork.run { try Quarantine(folder: folder).take(file, because: reason) }
            logger.warning("a scan is in quarantine", metadata: ["folder": "\(folder.path)", "reason": "\(reason)"])
            return .done
        } catch {
            return .postponed("\(error)")
        }
    }

    private static func tooMuch(for limits: ImageLimits) -> String {
        "cannot file it: it has more than \(limits.pages) pages, or takes too long to look at; scan it in parts"
    }
}

extension ScannedFile {
    /// The properties of a decoded file that the log needs.
    init(_ image: DecodedImage, hash: ContentHash, bytes: Int64, mediaType: String) {
        var pages = image.pages.map { _ in [Barcode]() }
        var lookalikes: [Int: String] = [:]
        for code in image.codes where pages.indices.contains(code.page - 1) {
            if let barcode = try? Barcode(parsing: code.text) {
                pages[code.page - 1].append(barcode)
            } else if let prefix = MintedBarcode.prefix(attemptedBy: code.text), prefix == .item || prefix == .container
            {
                lookalikes[code.page - 1] = code.text
            }
        }
        self.init(
            hash: hash,
            bytes: bytes,
            mediaType: mediaType,
            pages: pages,
            lookalikes: lookalikes,
            blankPages: Set(image.pages.indices.filter { image.pages[$0].isBlank })
        )
    }
}

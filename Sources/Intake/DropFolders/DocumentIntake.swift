import Barcodes
import Circulation
import ImageDecoding
import Localization
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
        case hopeless(Message)
        /// It is unreadable; more of it may still arrive.
        case damaged(Message)
        /// A program has it open for writing.
        case beingWritten
        /// It was replaced or removed in the meantime.
        case changed
        /// The obstacle is not the file; try again later.
        case notNow(Message)
    }

    let configuration: DropFolderConfiguration
    let folder: DropFolder
    let store: DocumentStore
    let decoder: DecoderProcess
    let options: DecodingOptions
    let circulation: Circulation
    let clock: UTCClock
    let logger: Logger
    /// Tracks long work.
    let work: OngoingWork
    /// Returns the language of the site, in which the reasons beside quarantined files are written.
    var localizer: @Sendable () -> Localizer = { .english(.plain) }

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
            return .hopeless(DropFolderError.tooLong(limit: limit).message)
        } catch {
            return .notNow(error.asMessage)
        }
        guard !bytes.isEmpty else { return .damaged(Message("cannot file it: it is empty")) }
        guard let mediaType = ImageMediaType.of(bytes), let hash = DocumentStore.hash(of: bytes) else {
            return .damaged(Message("cannot file it: it is neither PDF nor an image"))
        }
        let dropped = DroppedFile(file, in: folder.folderName, content: hash)
        do {
            if try await circulation.isFiled(dropped) { return .filed(dropped, bytes: bytes) }
        } catch {
            return .notNow(error.asMessage)
        }
        let work = work
        let ticket = work.begin(Message("a file from \(configuration.device, "device")"))
        defer { work.end(ticket) }
        do {
            let image = try await decoder.decode(bytes, options: options, for: folder.path) { page, count in
                work.update(ticket, page: page, of: count)
            }
            if let page = image.pages.first(where: { $0.problem != nil }), let problem = page.problem {
                let reason = Message(
                    "cannot file it: page \(.number(Int64(page.number)), "page"): \(problem, "reason")"
                )
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
            case .busy, .cancelled, .cannotStart, .brokenAnswer: return .notNow(error.asMessage)
            case .damaged, .empty: return .damaged(error.asMessage)
            default: return .hopeless(error.asMessage)
            }
        }
    }

    private static func tooMuch(for limits: ImageLimits) -> Message {
        Message(
            "cannot file it: it has more than \(limits.pages, "limit") pages, or takes too long to look at; "
                + "scan it in parts"
        )
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

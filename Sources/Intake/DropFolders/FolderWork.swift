import Circulation
import Localization
import Logging
import Safekeeping
import Settings
import TransferLog
import Vocabulary

/// The work on one drop folder: selects which files are read and filed next.
///
/// Where cover sheets separate documents, files are filed in order, and a waiting file delays all files behind it.
/// Where each file is a document, other files overtake it.
struct FolderWork {
    /// How long a file waits after it could not be stored.
    private static let patience = Duration.seconds(15)

    let intake: DocumentIntake
    let lanes: Int
    let held: HeldFiles
    let logger: Logger
    private var settling: Settling
    /// The waiting files, in their order.
    private var blocks: ArraySlice<[WaitingFile]> = []
    private var present: Set<WaitingFile> = []
    private var done: Set<WaitingFile> = []
    private var reading: [WaitingFile: ContinuousClock.Instant] = [:]
    private var prepared: [WaitingFile: DocumentIntake.Prepared] = [:]
    private var reasons: [WaitingFile: HeldFile.Reason] = [:]
    private var reminders = WaitReminders()
    private var trouble: Message?
    /// Whether a crash may have left records of filed files that are already gone from the folder.
    private var mayHaveLeftovers = true
    private var unwatched: Message?

    init(intake: DocumentIntake, lanes: Int, held: HeldFiles, logger: Logger) {
        self.intake = intake
        self.lanes = lanes
        self.held = held
        self.logger = logger
        settling = Settling(period: .seconds(intake.configuration.settle))
    }

    private var isOrdered: Bool { intake.configuration.rules.separation == .coverSheets }

    /// Scans the current contents of the folder.
    mutating func look(with watch: FolderWatch) async {
        let folder = intake.folder
        do {
            // A folder that was missing or newly mounted is watched from now on. Without kernel notifications it is
            // scanned every few seconds.
            unwatched = Self.failure { () throws(DropFolderError) in try watch.watch(folder.path) }
            let arrivals = watch.takeArrivals()
            let files = try await BlockingWork.run { try folder.files() }
            if files.isEmpty, mayHaveLeftovers {
                try await intake.circulation.forgetFiles(in: folder.folderName)
                mayHaveLeftovers = false
            }
            let now = ContinuousClock.now
            settling.look(at: files, arrivals: arrivals, now: now, time: intake.clock.now())
            let stale = files.filter { $0.isDraft && !settling.isLive($0, now: now) }
            let written = try await BlockingWork.run { stale.filter { folder.isBeingWritten($0) } }
            let abandoned = Set(stale).subtracting(written)
            arrange(files.filter { isOrdered ? !abandoned.contains($0) : !$0.isDraft })
            if trouble != nil { logger.notice("the drop folder is there again", metadata: metadata()) }
            trouble = nil
        } catch {
            if trouble != error.asMessage {
                logger.error("cannot look for scans", metadata: metadata(["reason": "\(error)"]))
            }
            trouble = error.asMessage
            arrange([])
        }
    }

    private static func failure(of body: () throws(DropFolderError) -> Void) -> Message? {
        do throws(DropFolderError) {
            try body()
            return nil
        } catch {
            return error.message
        }
    }

    private mutating func arrange(_ files: [WaitingFile]) {
        present = Set(files)
        done.formIntersection(present)
        prepared = prepared.filter { present.contains($0.key) }
        reasons = reasons.filter { present.contains($0.key) }
        blocks = (isOrdered ? settling.blocks(of: files) : files.map { [$0] })[...]
    }

    /// Stores read files until they can be filed.
    mutating func keep(_ results: [(file: WaitingFile, result: DocumentIntake.Prepared)]) {
        for (file, result) in results {
            reading[file] = nil
            if present.contains(file), !done.contains(file) { prepared[file] = result }
        }
    }

    // MARK: - Reading

    /// A file to read now.
    struct Start {
        let file: WaitingFile
        let hasWaitedLonger: Bool
    }

    /// The files to read next, a few ahead of those filed next.
    mutating func starts() -> [Start] {
        let now = ContinuousClock.now
        // Slow files must not block all others.
        let slow = reading.values.count { now - $0 >= .seconds(10) }
        var room = lanes + min(slow, DropFolderService.slowLanes) - reading.count
        var starts: [Start] = []
        var ahead = prepared.count + reading.count
        for block in blocks where room > 0 {
            let waiting = block.filter { !done.contains($0) }
            if isOrdered, !waiting.allSatisfy({ isReady($0, now) }) { break }
            for file in waiting where reading[file] == nil && prepared[file] == nil && isReady(file, now) {
                guard room > 0, ahead < lanes * 2 + DropFolderService.slowLanes else { return starts }
                room -= 1
                ahead += 1
                reading[file] = now
                let hasWaitedLonger = settling.isComplete(file, writers: .unknown, now: now)
                starts.append(Start(file: file, hasWaitedLonger: hasWaitedLonger))
            }
        }
        return starts
    }

    private func isReady(_ file: WaitingFile, _ now: ContinuousClock.Instant) -> Bool {
        settling.isComplete(file, writers: .none, now: now) && !settling.isPostponed(file, now: now)
            && !(isOrdered && settling.awaitsOthers(file, now: now))
    }

    // MARK: - Filing

    /// Files the documents that were read, in order where order matters.
    mutating func finish() async {
        guard !prepared.isEmpty else { return }
        if isOrdered {
            while !Task.isCancelled, let block = blocks.first {
                guard let file = block.first(where: { !done.contains($0) }) else {
                    blocks = blocks.dropFirst()
                    continue
                }
                guard let result = prepared.removeValue(forKey: file) else { return }
                if block.count > 1 { settling.noteUnknownOrder(of: block) }
                guard await finish(file, result) else { return }
            }
        } else {
            for (file, result) in prepared where !Task.isCancelled {
                prepared[file] = nil
                _ = await finish(file, result)
            }
            blocks = blocks.drop { block in block.allSatisfy { done.contains($0) } }
        }
    }

    /// Files one file; returns false when it has to wait.
    private mutating func finish(_ file: WaitingFile, _ result: DocumentIntake.Prepared) async -> Bool {
        let settles = settling.settles(file, now: .now)
        let fate = await intake.finish(
            file,
            result,
            hasSettled: .now >= settles,
            unordered: settling.unordered(file),
            arrivedAt: settling.seen(file)?.time
        )
        let known = reasons.removeValue(forKey: file)
        switch fate {
        case .done:
            settling.free(file)
            done.insert(file)
            return true
        case .changed:
            // Until the current version of the file has been read, it delays the files behind it.
            settling.postpone(file, until: .now + DropFolderService.interval)
        case .beingWritten:
            reasons[file] = .beingWritten
            settling.postpone(file, until: .now + DropFolderService.interval)
        case .unreadable(let reason):
            reasons[file] = .unreadable(reason)
            settling.postpone(file, until: settles)
        case .postponed(let reason):
            if known != .cannot(reason) {
                logger.error("a scan waits", metadata: metadata(["reason": "\(reason.english)"]))
            }
            reasons[file] = .cannot(reason)
            settling.postpone(file, until: .now + max(settling.period, Self.patience))
        }
        return false
    }

    // MARK: - Reporting

    /// Publishes which files wait and why, and writes long waits to the journal.
    mutating func report() {
        let now = ContinuousClock.now
        var files: [HeldFile] = []
        for file in blocks.lazy.joined() where !done.contains(file) {
            guard files.count < HeldFiles.most else { break }
            guard let seen = settling.seen(file) else { continue }
            let reason = reason(file, behind: files.first?.name)
            files.append(HeldFile(name: file.name, since: seen.time, reason: reason))
            switch reason {
            case .behind: break
            case .beingRead: remind("a scan is still being read", file, reason, after: now - (reading[file] ?? now))
            case .settling: remind("a scan waits", file, reason, after: now - seen.at - settling.longer)
            default: remind("a scan waits", file, reason, after: now - seen.at)
            }
        }
        held[intake.folder.path] = HeldFiles.Folder(
            files: files,
            total: present.count - done.count,
            trouble: trouble ?? unwatched,
            lookedAt: intake.clock.now()
        )
        reminders.keep(Set(files.map(\.name)))
    }

    private func reason(_ file: WaitingFile, behind first: String?) -> HeldFile.Reason {
        if let reason = reasons[file] { return reason }
        if reading[file] != nil { return .beingRead }
        if file.isDraft { return .beingWritten }
        if let first, isOrdered { return .behind(first) }
        return .settling
    }

    /// The file name is kept out of the journal, because it may contain a person's name.
    private mutating func remind(
        _ message: Logger.Message,
        _ file: WaitingFile,
        _ reason: HeldFile.Reason,
        after age: Duration
    ) {
        guard reminders.isDue(file.name, after: age) else { return }
        let others = isOrdered ? present.count - done.count - 1 : 0
        let more: Logger.Metadata = [
            "reason": "\(reason)", "seconds": "\(age.components.seconds)", "behind": "\(others)",
        ]
        logger.warning(message, metadata: metadata(more))
    }

    private func metadata(_ more: Logger.Metadata = [:]) -> Logger.Metadata {
        more.merging(["folder": "\(intake.folder.path)"]) { $1 }
    }
}

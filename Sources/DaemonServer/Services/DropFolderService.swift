import Logging
import ServiceLifecycle

/// Watches one folder that a copier scans into.
struct DropFolderService: Service {
    /// How often the folder is looked at when the kernel says nothing, as of files that another machine writes.
    private static let interval = Duration.seconds(2)

    /// How long a file waits that could not be stored.
    private static let patience = Duration.seconds(15)

    let intake: DocumentIntake
    /// How many files are decoded at once.
    let lanes: Int
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            let watch = try FolderWatch()
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    while (try? await Task.sleep(for: Self.interval)) != nil { watch.wake() }
                }
                await follow(watch)
                group.cancelAll()
            }
        }
    }

    private func follow(_ watch: FolderWatch) async {
        let period = Duration.seconds(intake.configuration.settle)
        var settling = Settling(period: period)
        var trouble: String?
        watch.wake()
        for await _ in watch.changes {
            do {
                // A folder that was not there, or was mounted over, is watched from now on.
                try watch.watch(intake.folder.path)
                let closed = watch.takeClosed()
                let folder = intake.folder
                let files = try await BlockingWork.run { try folder.files() }
                let whole = settling.whole(files, closed: closed, now: .now)
                if trouble != nil { logger.notice("the drop folder is there again", metadata: metadata(nil)) }
                trouble = nil
                await take(whole, &settling, period)
            } catch {
                if trouble != "\(error)" { logger.error("cannot look for scans", metadata: metadata("\(error)")) }
                trouble = "\(error)"
            }
        }
    }

    /// Decodes several files at once, and files them in their order: pages go on from one to the next.
    private func take(_ files: [WaitingFile], _ settling: inout Settling, _ period: Duration) async {
        var next = files.startIndex
        var prepared: [Int: DocumentIntake.Prepared] = [:]
        await withTaskGroup(of: (Int, DocumentIntake.Prepared).self) { group in
            func begin() {
                guard next < files.endIndex, !Task.isCancelled else { return }
                let index = next
                next += 1
                group.addTask { (index, await intake.prepare(files[index])) }
            }
            for _ in 0..<lanes { begin() }
            var turn = files.startIndex
            while let (index, result) = await group.next() {
                prepared[index] = result
                while let ready = prepared.removeValue(forKey: turn) {
                    let isFiled = await finish(files[turn], ready, &settling, period)
                    // What comes behind may belong to it.
                    if !isFiled { return group.cancelAll() }
                    turn += 1
                    begin()
                }
            }
        }
    }

    /// False when the file has to wait.
    private func finish(
        _ file: WaitingFile,
        _ prepared: DocumentIntake.Prepared,
        _ settling: inout Settling,
        _ period: Duration
    ) async -> Bool {
        let hasSettled = settling.hasSettled(file, now: .now)
        guard case .postponed(let reason) = await intake.finish(file, prepared, hasSettled: hasSettled) else {
            return true
        }
        // A file that may still be being written is looked at again soon; what is wrong here takes longer to mend.
        settling.postpone(file, until: .now + (hasSettled ? max(period, Self.patience) : period))
        if hasSettled { logger.error("a scan waits", metadata: metadata(reason)) }
        return false
    }

    private func metadata(_ reason: String?) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["folder": "\(intake.folder.path)"]
        if let reason { metadata["reason"] = "\(reason)" }
        return metadata
    }
}

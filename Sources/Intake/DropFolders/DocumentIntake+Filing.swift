import Circulation
import Localization
import Logging
import Safekeeping
import Settings
import TransferLog
import Vocabulary

extension DocumentIntake {
    /// The result of filing a file.
    enum Fate: Sendable, Equatable {
        /// It is filed or quarantined, and its name is free.
        case done
        /// The file changed after it was read.
        case changed
        /// A program has it open for writing.
        case beingWritten
        /// It is unreadable; more of it may still arrive.
        case unreadable(Message)
        /// It cannot be filed now.
        case postponed(Message)
    }

    /// Stores the prepared file, records it in the log, and only then removes it from the folder; handles one file at
    /// a time.
    ///
    /// `hasSettled` is whether an unreadable file has had enough time to become readable. `unordered` is the size of
    /// the group of files with undeterminable order to which this one belongs. `arrivedAt` is when the file appeared
    /// in the folder, by the daemon's clock; now when absent.
    func finish(
        _ file: WaitingFile,
        _ prepared: Prepared,
        hasSettled: Bool,
        unordered: Int? = nil,
        arrivedAt: Timestamp? = nil
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
                arrivedAt: arrivedAt ?? clock.now(),
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
            return .postponed(error.asMessage)
        }
        let reason = Message(
            "cannot file it: it does not begin with a cover sheet, and the order of the \(count, "files") files that "
                + "it came with is not clear from their names and times; put one on it, or put the files into the drop "
                + "folder one after the other"
        )
        return await quarantine(file, reason)
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
                occurredAt: min(written, clock.now())
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
            return .postponed(error.asMessage)
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
            return .postponed(error.asMessage)
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

    private func quarantine(_ file: WaitingFile, _ reason: Message) async -> Fate {
        do {
            let folder = folder
            // Interrupt before the file is moved: later pages must not be taken for a continuation of earlier ones.
            try await circulation.interrupt(folder.folderName)
            let note = localizer().text(of: reason, now: clock.now())
            try await BlockingWork.run { try Quarantine(folder: folder).take(file, because: note) }
            logger.warning(
                "a scan is in quarantine",
                metadata: ["folder": "\(folder.path)", "reason": "\(reason.english)"]
            )
            return .done
        } catch {
            return .postponed(error.asMessage)
        }
    }
}

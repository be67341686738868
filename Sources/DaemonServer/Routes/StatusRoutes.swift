import Barcodes
import Circulation
import DaemonServices
import Hummingbird
import Intake
import Localization
import Printing
import Safekeeping
import Settings
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Reports the status of the daemon.
struct StatusRoutes {
    let daemon: DaemonParts

    var routes: [Route] {
        [
            daemon.server.respond(to: API.Status.show) { call in
                let localizer = call.context.localizer
                return try Response(await status(for: call.context, in: localizer), in: localizer)
            }
        ]
    }

    private func status(for context: PeerContext, in localizer: Localizer) async -> StatusResource {
        // The status must report any problem, so a failing query is left out.
        let environment = daemon.environment.look()
        let counts = try? await daemon.server.circulation(for: context).counts()
        let supplies = try? await daemon.printing.supplies.levels()
        let doubts = try? await daemon.server.circulation(for: context).doubts()
        let clock = await daemon.clockWatch.look()
        let folders = await daemon.intake.folders.troubles()
        let showsNames = context.rights.clearance >= .restricted
        let durability = try? await daemon.log.durability()
        let entities = Dictionary(
            uniqueKeysWithValues: EntityType.allCases.map { ($0.rawValue, counts?.entities[$0] ?? 0) }
        )
        return StatusResource(
            version: Version.text,
            pid: daemon.pid,
            startedAt: daemon.startedAt.rfc3339,
            state: daemon.log.trouble != nil ? "degraded" : daemon.log.isUnverified ? "verifying" : "ready",
            site: daemon.configuration.circulation.site.description,
            timeZone: daemon.configuration.circulation.clock.zone,
            stateDirectory: daemon.configuration.stateDirectory,
            entries: counts?.entries,
            readings: counts?.readings,
            lostReadings: daemon.scanners.roster.lostReadings,
            entities: entities,
            journalMode: durability?.journalMode,
            synchronous: durability?.synchronous,
            scanners: daemon.scanners.roster.attached.map { ScannerResource($0) },
            scannerTrouble: daemon.scanners.roster.trouble.map { localizer.text(of: $0) },
            logTrouble: daemon.log.trouble.map { localizer.text(of: $0.inStatus) },
            checkpointTrouble: daemon.log.trouble == nil
                ? daemon.checkpoints.trouble.map { localizer.text(of: $0.message) } : nil,
            environmentTrouble: environment.map { localizer.text(of: $0.message) },
            clockTrouble: clock.map { localizer.text(of: Message("\($0, "what"); \($0.remedy, "remedy")")) },
            textTrouble: daemon.intake.languages.trouble.map { trouble in
                localizer.text(of: Message("\(trouble.message, "what"): \(trouble.remedy, "remedy")"))
            },
            work: daemon.intake.work.long().map { WorkResource($0, in: localizer) },
            folderTroubles: folders.flatMap { folder, troubles in
                troubles.map { FolderTroubleResource($0, of: folder, showsNames: showsNames, in: localizer) }
            },
            documentTrouble: daemon.intake.audit.trouble(shownTo: context.rights.clearance).map { trouble in
                localizer.text(of: trouble.message)
            },
            lowSupplies: supplies?.filter(\.isLow).map { SupplyResource($0) } ?? [],
            labelsInDoubt: doubts?.reduce(0) { $0 + $1.labels },
            labelDoubts: doubts?.prefix(100).map { LabelDoubtResource($0, in: localizer) } ?? []
        )
    }
}

extension WorkResource {
    fileprivate init(_ progress: OngoingWork.Progress, in localizer: Localizer) {
        self.init(
            what: localizer.text(of: progress.what),
            since: progress.since.rfc3339,
            page: progress.page,
            pages: progress.pages
        )
    }
}

extension TransferLogError {
    /// The description of the problem, without repeating that the log is closed.
    fileprivate var inStatus: Message {
        guard case .closed(let reason) = self else { return message }
        return reason
    }
}

import CStartPages
import Circulation
import DaemonServices
import ImageDecoding
import Intake
import Localization
import Logging
import NIOPosix
import Printing
import Safekeeping
import Settings
import Vocabulary
import Wire
import WireResources

extension Feature {
    /// All features; checks are made in this order.
    static let all = [
        log, machine, clock, safekeeping, events, socket, access, configuration, languages, scanners, decoding,
        stations,
        printing, intake, circulation, operations,
    ]

    private static let log = Feature(
        routes: { parts in
            LogRoutes(
                server: parts.server,
                log: parts.log,
                checkpoints: parts.checkpoints,
                verification: parts.verification,
                progress: parts.progress
            ).routes
        },
        checks: { parts, _ in [DatabaseCheck(log: parts.log)] },
        services: { run in
            let recovery = LogRecoveryService(log: run.parts.log, logger: run.logger) {
                await run.opened.check()
                try await run.opened.finishLastRun(of: run.parts.circulation, logger: run.logger)
            }
            return [(.upkeep, recovery), (.verification, run.tables)]
        }
    )

    private static let machine = Feature(
        checks: { parts, _ in
            let directory = StateDirectory(within: parts.configuration.stateDirectory)
            return [StateDirectoryCheck(directory: directory), DiskRoomCheck(directory: directory.path)]
        },
        services: { run in
            let (parts, manager, logger) = (run.parts, run.manager, run.logger)
            let watch = EnvironmentService(environment: parts.environment, manager: manager, logger: logger)
            guard let interval = manager.watchdogInterval else { return [(.upkeep, watch)] }
            let check = SelfCheck(log: parts.log, reader: parts.scanners.reader, environment: parts.environment)
            let watchdog = WatchdogService(manager: manager, interval: interval, check: check, logger: logger)
            return [(.upkeep, watch), (.watchdog, watchdog)]
        }
    )

    private static let clock = Feature(
        checks: { parts, _ in
            let site = parts.configuration.circulation.clock
            return [ClockCheck(log: parts.log, site: site, clock: parts.clock, watch: parts.clockWatch)]
        },
        services: { run in
            let (watch, log) = (run.parts.clockWatch, run.parts.log)
            return [(.upkeep, ClockService(watch: watch, log: log, interval: .seconds(30), logger: run.logger))]
        }
    )

    private static let safekeeping = Feature(
        routes: { parts in
            KeyRoutes(server: parts.server, checkpoints: parts.checkpoints).routes
                + BackupRoutes(
                    server: parts.server,
                    log: parts.log,
                    circulation: parts.circulation,
                    checkpoints: parts.checkpoints,
                    backups: parts.backups,
                    restores: parts.restores,
                    events: parts.events,
                    progress: parts.progress,
                    directory: StateDirectory(within: parts.configuration.stateDirectory)
                ).routes
        },
        checks: { parts, _ in
            let directory = StateDirectory(within: parts.configuration.stateDirectory)
            let files = [directory.checkpoint] + parts.configuration.checkpointCopies
            return [
                CheckpointCheck(files: files, keeper: parts.checkpoints),
                BackupCheck(stamp: directory.lastBackup, log: parts.log, clock: parts.clock),
            ]
        },
        services: { run in
            let signing = CheckpointService(
                log: run.parts.log,
                keeper: run.parts.checkpoints,
                interval: .seconds(run.parts.configuration.checkpointInterval),
                logger: run.logger
            )
            return [(.signing, signing)]
        }
    )

    private static let events = Feature(
        routes: { parts in
            EventRoutes(
                server: parts.server,
                circulation: parts.circulation,
                events: parts.events,
                board: parts.board,
                budget: parts.budget
            ).routes
        },
        services: { run in [(.clients, KeepAliveService(events: run.parts.events, interval: .seconds(15)))] }
    )

    private static let socket = Feature(
        checks: { parts, _ in
            [SocketPathCheck(path: parts.configuration.socket, socket: parts.connections.socket)]
        },
        services: { run in
            let (parts, logger) = (run.parts, run.logger)
            let (path, mode) = (parts.configuration.socket, parts.configuration.socketMode)
            let service = SocketService(
                path: path,
                mode: mode,
                inherited: run.inherited,
                answer: ConnectionAnswer(
                    responder: RouteTable(parts).responder(),
                    roles: parts.roles,
                    connections: parts.connections,
                    languages: parts.languages,
                    logger: logger
                ),
                threads: .singleton,
                logger: logger
            ) {
                parts.connections.socket.served(at: path)
                SocketAccess.admit(groups: parts.roles.groups, to: path, logger: logger)
            } whenReady: {
                logger.notice("ready", metadata: ["socket": "\(path)"])
                run.manager.tellReady()
                outguide_release_start_pages()
            }
            return [(.clients, service)]
        }
    )

    private static let access = Feature(
        routes: { parts in AccessRoutes(server: parts.server, roles: parts.roles).routes },
        checks: { parts, _ in [RoleGroupsCheck(roles: parts.roles), AccessRecordCheck(book: parts.access.book)] },
        services: { run in
            let current = run.parts.current
            let service = AccessService(
                recorder: run.parts.access,
                roles: run.parts.roles,
                retention: { current.value.accessRetention },
                clock: { current.value.circulation.clock },
                clockWatch: run.parts.clockWatch,
                interval: .seconds(60),
                logger: run.logger
            )
            return [(.upkeep, service)]
        }
    )

    private static let configuration = Feature(
        services: { run in
            guard let read = run.reload else { return [] }
            let service = ReloadService(
                current: run.parts.current,
                circulation: run.parts.circulation,
                roles: run.parts.roles,
                book: run.parts.scanners.book,
                reader: run.parts.scanners.reader,
                renderer: run.parts.printing.renderer,
                reloads: run.parts.reloads,
                read: read,
                manager: run.manager,
                logger: run.logger
            )
            return [(.upkeep, service)]
        }
    )

    private static let languages = Feature(
        checks: { parts, _ in
            [LanguageCheck(languages: parts.languages.languages, wanted: parts.configuration.languages)]
        }
    )

    private static let scanners = Feature(
        routes: { parts in
            ScannerRoutes(server: parts.server, scanners: parts.scanners, printing: parts.printing).routes
        },
        checks: { parts, _ in
            [
                UdevRuleCheck(directories: UdevRuleCheck.standardDirectories),
                ScannerCheck(roster: parts.scanners.roster, book: parts.scanners.book),
            ]
        },
        services: { run in
            let service = ScannerService(
                reader: run.parts.scanners.reader,
                book: run.parts.scanners.book,
                // A person at a station is treated as a clerk until a badge grants more.
                circulation: run.parts.circulation.seen(as: Role.clerk.clearance),
                events: run.parts.events,
                board: run.parts.board,
                roster: run.parts.scanners.roster,
                logger: run.logger
            )
            return [(.scanners, service)]
        }
    )

    private static let decoding = Feature(
        routes: { parts in
            let (decoder, uploads) = (parts.decoder, parts.uploads)
            return DecodeRoutes(server: parts.server, decoder: decoder, uploads: uploads, current: parts.current).routes
        },
        checks: { parts, _ in [DecoderCheck(path: InstalledFiles.decoder)] }
    )

    private static let stations = Feature(
        routes: { parts in
            StationRoutes(server: parts.server, board: parts.board).routes
                + ReadingRoutes(server: parts.server).routes
                + BatchRoutes(server: parts.server, uploads: parts.uploads, clock: parts.clock).routes
        },
        services: { run in
            let (parts, logger) = (run.parts, run.logger)
            let screens = StationService(
                circulation: parts.circulation,
                board: parts.board,
                work: parts.stationWork,
                clock: parts.clock,
                logger: logger
            )
            let printing = StationPrintService(
                printing: parts.printing.stations,
                work: parts.stationWork,
                board: parts.board,
                logger: logger
            )
            return [(.stations, screens), (.stations, printing)]
        }
    )

    private static let printing = Feature(
        routes: { parts in
            let (server, printing, circulation) = (parts.server, parts.printing, parts.circulation)
            return LabelRoutes(server: server, printing: printing).routes
                + PrintRoutes(server: server, printing: printing, clock: parts.clock).routes
                + PrinterRoutes(server: server, circulation: circulation, printing: printing).routes
                + SupplyRoutes(server: server, circulation: circulation, supplies: printing.supplies).routes
                + PageRoutes(server: server, checkpoints: parts.checkpoints, printing: printing).routes
        },
        checks: { parts, clearance in
            let (printing, configuration) = (parts.printing, parts.configuration)
            let circulation = parts.circulation.seen(as: clearance)
            return [
                TemplateCheck(library: printing.templates, usual: configuration.labelTemplate),
                FontCheck(directories: FontCheck.standardDirectories),
                PrinterCheck(
                    printers: printing.queues,
                    usual: configuration.printer,
                    configured: configuration.printers
                ),
                LabelDoubtCheck(circulation: circulation) { LabelDoubtResource($0, in: .english(.plain)).command },
            ]
        },
        services: { run in [(.stations, PrintService(run.parts.printing, logger: run.logger))] }
    )

    private static let intake = Feature(
        routes: { parts in
            let (log, documents, uploads) = (parts.log, parts.intake.store, parts.uploads)
            return DocumentFileRoutes(server: parts.server, log: log, documents: documents, uploads: uploads).routes
                + DocumentRoutes(server: parts.server, intake: parts.intake).routes
        },
        checks: { parts, clearance in
            [
                DropFolderCheck(folders: parts.intake.folders),
                DocumentCheck(audit: parts.intake.audit, clearance: clearance),
                TextLanguageCheck(languages: parts.configuration.textLanguages, book: parts.intake.languages),
            ]
        },
        services: { run in
            let (current, board) = (run.parts.current, run.parts.board)
            let services = run.parts.intake.services(
                recognising: { current.value.textLanguages },
                longest: API.longestDocument,
                onChange: { await board.show($0) },
                logger: run.logger
            )
            return services.map { (.intake, $0) }
        }
    )

    private static let circulation = Feature(routes: { parts in
        EntityRoutes(server: parts.server).routes
            + CirculationRoutes(server: parts.server, board: parts.board).routes
            + ChargeOutRoutes(server: parts.server, clock: parts.clock).routes
            + PullListRoutes(server: parts.server).routes
            + HoldRoutes(server: parts.server).routes
            + ChangeRoutes(server: parts.server, backups: parts.backups, documents: parts.intake.store).routes
            + SearchRoutes(server: parts.server).routes
    })

    private static let operations = Feature(routes: { parts in
        StatusRoutes(daemon: parts).routes
            + DiagnosisRoutes(server: parts.server) { Diagnosis(parts, seenAs: $0) }.routes
            + ProgressRoutes(server: parts.server, board: parts.progress).routes
    })
}

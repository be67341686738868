import Glibc
import ImageDecoding
import Logging
import ServiceLifecycle
import Settings

extension DropFolderService {
    /// A decoder for whole files of many pages, of at most `largestFile` MiB.
    static func decoder(largestFile: Int, lanes: Int) -> DecoderProcess {
        // A page that cannot be read in time prevents filing, because it could be a cover sheet.
        let limits = ImageLimits(
            bytes: largestFile << 20,
            pages: 1_000,
            processorSeconds: 600,
            pageSeconds: 10,
            pagesGivenUp: 1
        )
        return DecoderProcess(
            executable: InstalledFiles.decoder,
            limits: limits,
            // Other work has priority, so the elapsed time may be long.
            timeLimit: .seconds(3_600),
            stillness: .seconds(300),
            concurrency: lanes,
            waiting: 4_096,
            waitingEach: 4_096,
            isUrgent: false
        )
    }

    /// One service for each configured folder, each with its own decoder processes.
    static func services(_ daemon: DaemonParts, logger: Logger) -> [any Service] {
        let lanes = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var options = daemon.configuration.decodingOptions
        options.mode = .paper
        return daemon.configuration.dropFolders.map { [options] configuration in
            DropFolderService(
                intake: DocumentIntake(
                    configuration: configuration,
                    folder: DropFolder(path: configuration.path),
                    store: daemon.documents,
                    decoder: decoder(largestFile: configuration.largestFile, lanes: lanes + slowLanes),
                    options: options,
                    circulation: daemon.circulation,
                    logger: logger,
                    work: daemon.work
                ),
                lanes: lanes,
                held: daemon.heldFiles,
                logger: logger
            )
        }
    }
}

package import Circulation
import Glibc
package import ImageDecoding
package import Localization
package import Logging
package import Safekeeping
package import ServiceLifecycle
package import Settings
package import TransferLog
package import Vocabulary

/// Files the scans of drop folders as documents, watches over the stored documents, and recognises their text.
package struct Intake: Sendable {
    package let store: DocumentStore
    package let folders: DropFolders
    package let quarantine: QuarantinedFiles
    /// The missing and damaged documents.
    package let audit = DocumentAudit()
    /// The languages in which the text of documents can be recognised.
    package let languages = TextLanguages()
    package let work: OngoingWork
    private let log: TransferLog
    private let circulation: Circulation
    private let executable: String
    private let options: DecodingOptions
    private let clock: UTCClock
    private let localizer: @Sendable () -> Localizer

    /// `executable` is the path of the decoder, and `localizer` returns the language of the site.
    package init(
        folders: [DropFolderConfiguration],
        options: DecodingOptions,
        store: DocumentStore,
        log: TransferLog,
        circulation: Circulation,
        executable: String,
        clock: UTCClock,
        localizer: @escaping @Sendable () -> Localizer = { .english(.plain) }
    ) {
        var options = options
        options.mode = .paper
        self.options = options
        self.store = store
        self.log = log
        self.circulation = circulation
        self.executable = executable
        self.clock = clock
        self.localizer = localizer
        self.folders = DropFolders(folders, clock: clock)
        work = OngoingWork(clock: clock)
        quarantine = QuarantinedFiles(
            of: folders,
            store: store,
            decoder: DecoderProcess(
                executable: executable,
                largestFile: folders.map(\.largestFile).max() ?? 0,
                lanes: 1
            ),
            options: options,
            clock: clock
        )
    }

    /// The services, in order of dependency; each folder has one, with decoder processes of its own.
    ///
    /// `languages` are those to recognise now, `longest` is the maximum size of a document in bytes, and `onChange`
    /// is called with the station of a folder whose troubles changed.
    package func services(
        recognising languages: @escaping @Sendable () -> [TextLanguage],
        longest: Int,
        onChange: @escaping @Sendable (StationName) async -> Void,
        logger: Logger
    ) -> [any Service] {
        var services: [any Service] = folders.configurations.map { service(of: $0, logger: logger) }
        services.append(DocumentAuditService(log: log, store: store, audit: audit, logger: logger))
        if !folders.configurations.isEmpty {
            services.append(FolderSurveyService(folders: folders, onChange: onChange, logger: logger))
        }
        services.append(
            TextRecognitionService(
                log: log,
                circulation: circulation,
                store: store,
                languages: self.languages,
                wanted: languages,
                executable: executable,
                longest: longest,
                work: work,
                logger: logger
            )
        )
        return services
    }

    private func service(of folder: DropFolderConfiguration, logger: Logger) -> DropFolderService {
        let lanes = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return DropFolderService(
            intake: DocumentIntake(
                configuration: folder,
                folder: DropFolder(path: folder.path),
                store: store,
                decoder: DecoderProcess(
                    executable: executable,
                    largestFile: folder.largestFile,
                    lanes: lanes + DropFolderService.slowLanes
                ),
                options: options,
                circulation: circulation,
                clock: clock,
                logger: logger,
                work: work,
                localizer: localizer
            ),
            lanes: lanes,
            held: folders.held,
            logger: logger
        )
    }
}

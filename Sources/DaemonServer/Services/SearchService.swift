import Circulation
import ImageDecoding
import Logging
import Records
import ServiceLifecycle
import TransferLog

/// Keeps up with what can be searched: titles, and the text of documents where it is to be recognised.
struct SearchService: Service {
    /// How often to look when no document was filed.
    private static let interval = Duration.seconds(60)

    let log: TransferLog
    let circulation: Circulation
    /// Nil when no text is to be recognised.
    let text: DocumentText?
    let logger: Logger

    init(_ daemon: DaemonParts, logger: Logger) {
        log = daemon.log
        circulation = daemon.circulation
        self.logger = logger
        let languages = daemon.configuration.textLanguages
        guard !languages.isEmpty else {
            text = nil
            return
        }
        let decoder = DecoderProcess(
            executable: InstalledFiles.decoder,
            limits: ImageLimits(pages: 1_000, processorSeconds: 120),
            // It goes last, and may have to wait for everybody else.
            timeLimit: .seconds(900),
            concurrency: 1
        )
        text = DocumentText(
            languages: languages,
            store: daemon.documents,
            decoder: decoder,
            circulation: circulation,
            logger: logger
        )
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            log.observe { entries in
                guard entries.contains(where: { if case .documentAttached = $0.fact { true } else { false } }) else {
                    return
                }
                wake.yield()
            }
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    repeat { wake.yield() } while (try? await Task.sleep(for: Self.interval)) != nil
                }
                await follow(wakes)
                group.cancelAll()
            }
        }
    }

    private func follow(_ wakes: AsyncStream<Void>) async {
        var cursor = EntryNumber(rawValue: 0)
        var trouble: String?
        for await _ in wakes where log.trouble == nil {
            do {
                try await circulation.indexTitles()
                try await text?.recognise(after: &cursor)
                trouble = nil
            } catch {
                if Task.isCancelled { return }
                if trouble != "\(error)" { logger.error("cannot search all", metadata: ["reason": "\(error)"]) }
                trouble = "\(error)"
            }
        }
    }
}

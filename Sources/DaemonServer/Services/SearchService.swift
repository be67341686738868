import Circulation
import ImageDecoding
import Logging
import ServiceLifecycle
import Settings
import TransferLog
import Vocabulary
import Wire

/// Keeps the search index current: titles, and recognised text of documents where recognition is enabled.
struct SearchService: Service {
    /// How often to check for newly installed languages and configuration changes.
    private static let interval = Duration.seconds(15)

    private let log: TransferLog
    private let circulation: Circulation
    private let current: CurrentConfiguration
    private let languages: TextLanguageBook
    private let decoder: DecoderProcess
    private let text: DocumentText
    private let logger: Logger

    init(_ daemon: DaemonParts, logger: Logger) {
        log = daemon.log
        circulation = daemon.circulation
        current = daemon.current
        languages = daemon.textLanguages
        self.logger = logger
        decoder = DecoderProcess(
            executable: InstalledFiles.decoder,
            limits: ImageLimits(
                bytes: API.longestDocument,
                pages: 4_095,
                processorSeconds: 120,
                pageSeconds: 60
            ),
            // Text recognition has the lowest priority, and may have to wait for all other work.
            timeLimit: .seconds(3_600),
            stillness: .seconds(900),
            concurrency: 1
        )
        text = DocumentText(
            store: daemon.documents,
            decoder: decoder,
            tables: languages.directory,
            circulation: circulation,
            work: daemon.work,
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
        var position = DocumentText.Position()
        var trouble: String?
        for await _ in wakes where log.trouble == nil {
            do {
                try await circulation.indexTitles()
                try await read(from: &position)
                trouble = nil
            } catch {
                if Task.isCancelled { return }
                if trouble != "\(error)" { logger.error("cannot search all", metadata: ["reason": "\(error)"]) }
                trouble = "\(error)"
            }
        }
    }

    private func read(from position: inout DocumentText.Position) async throws {
        let wanted = current.value.textLanguages
        let usable = try await languages.usable(of: wanted, by: decoder, logger: logger)
        guard !wanted.isEmpty else { return }
        do {
            try await text.read(in: usable, from: &position)
        } catch {
            switch error as? ImageDecodingError {
            // A language table was removed or overwritten after it was tested, so it is tested again before the next
            // page.
            case .noTextRecognition, .noTables: languages.forget()
            default: break
            }
            throw error
        }
    }
}

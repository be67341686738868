import Circulation
import ImageDecoding
import Logging
import Safekeeping
import ServiceLifecycle
import TransferLog
import Vocabulary

/// Keeps the search index current: titles, and recognised text of documents where recognition is enabled.
struct TextRecognitionService: Service {
    /// How often to check for newly installed languages and configuration changes.
    private static let interval = Duration.seconds(15)

    private let log: TransferLog
    private let circulation: Circulation
    private let languages: TextLanguages
    /// The languages to recognise, which a reload may change.
    private let wanted: @Sendable () -> [TextLanguage]
    private let decoder: DecoderProcess
    private let text: DocumentText
    private let logger: Logger

    /// `executable` is the decoder; `longest` is the maximum size of a document in bytes.
    init(
        log: TransferLog,
        circulation: Circulation,
        store: DocumentStore,
        languages: TextLanguages,
        wanted: @escaping @Sendable () -> [TextLanguage],
        executable: String,
        longest: Int,
        work: OngoingWork,
        logger: Logger
    ) {
        self.log = log
        self.circulation = circulation
        self.languages = languages
        self.wanted = wanted
        self.logger = logger
        decoder = DecoderProcess(
            executable: executable,
            limits: ImageLimits(bytes: longest, pages: 4_095, processorSeconds: 120, pageSeconds: 60),
            // Text recognition has the lowest priority, and may have to wait for all other work.
            timeLimit: .seconds(3_600),
            stillness: .seconds(900),
            concurrency: 1
        )
        text = DocumentText(
            store: store,
            decoder: decoder,
            tables: languages.directory,
            circulation: circulation,
            work: work,
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
        let wanted = wanted()
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

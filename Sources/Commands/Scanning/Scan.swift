import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Localization
import Terminal
import Wire

struct ScanCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [
            API.Readings.record.outline, API.Stations.endSession.outline, API.Decoding.decode.outline,
            API.Whereabouts.show.outline, API.Batches.upload.outline,
        ]
    }

    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: Message("Take readings from standard input, an image or a file."),
        discussion: Message(
            """
            Scan a shelf, then the boxes on it: each box is now on that shelf. Every reading is answered with a line: \
            accepted, attention or refused, and why. Use any scanner that types, or a file of readings.

            Readings belong to a station, which keeps the shelf open. Without --station, this run is a station of its \
            own.

            With --image, the codes in a photograph are the readings: one location, and the items on it. The effect is \
            shown first; --yes applies it without asking.

            Exits with 1 when a reading was refused. When the daemon becomes unreachable, names the first reading that \
            was not taken and exits with 69; later readings were not sent. With --json, prints one outcome per line.

            With --file, takes the upload of a portable terminal: one code per line; separated values with a code and \
            optionally a time and the name of the terminal; or the format of Content Manager (DATEyymmdd, TIMEhhmmss, \
            S…, R…). Lines are replayed in the order of their times, each terminal and user with an open shelf of its \
            own. A line that cannot be understood refuses the whole file and is named. A move that is older than later \
            facts in the log becomes history and is reported as superseded. With --json, prints one object. The guide \
            outguide-batch-files(7) describes the formats.

            Taking a file again changes nothing, even if it has grown, shrunk or was exported in another form. A file \
            without times that agrees with an earlier one only in part is refused when it matters: use --again if its \
            lines were read again, --continue if they are the same readings.

            Examples:
              outguide scan --station intake-1 < readings.txt
              outguide scan --image shelf.jpg
              outguide scan --file SCANNED.TXT --dates dmy --station vault
              outguide scan --file export.csv --columns code,serial,time,date
            """
        )
    )

    static let awaitsStart = true

    @Option(help: ArgumentHelp(Message("The station of the readings."), valueName: Message("name", context: "value")))
    var station: String?

    @Option(
        help: ArgumentHelp(
            Message("Take the codes in this image as readings; - for standard input."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var image: String?

    @Flag(help: ArgumentHelp(Message("Apply the effect of the image without asking."))) var yes = false

    @Option(
        help: ArgumentHelp(
            Message("A file of a portable terminal; - for standard input."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var file: String?

    @Option(help: ArgumentHelp(Message("With --file: lines, csv or portable; determined from the file when absent.")))
    var format: String?
    @Option(
        help: ArgumentHelp(Message("With --file: the order of dates, dmy, mdy or ymd; required where several fit."))
    ) var dates: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            Message(
                """
                With --file: what its columns hold: code, date, time, zone, scanner, station, user, symbology, quantity, \
                role, or - for one to leave out.
                """
            ),
            valueName: Message("names", context: "value")
        )
    )
    var columns: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            Message(
                "With --file: how far the terminal's clock is ahead of UTC, such as +01:00; the time zone of the site when absent."
            ),
            valueName: Message("offset", context: "value")
        )
    )
    var utcOffset: String?

    @Option(
        help: ArgumentHelp(
            Message("With --file: the one terminal that read all of it, where the file does not name any."),
            valueName: Message("name", context: "value")
        )
    )
    var scanner: String?

    @Flag(help: ArgumentHelp(Message("With --file: take lines again that were taken before."))) var again = false

    @Flag(
        name: .customLong("continue"),
        help: ArgumentHelp(
            Message("With --file: treat lines of an earlier file as the same readings, even if other lines differ.")
        )
    )
    var continues = false

    @Flag(help: ArgumentHelp(Message("With --file: accept readings that are more than two years old."))) var old = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if yes, image == nil { throw ValidationError("--yes goes with --image") }
        if image != nil, file != nil { throw ValidationError("--image and --file do not go together") }
        if again, continues { throw ValidationError("--again and --continue do not go together") }
        let isAboutFiles =
            again || continues || old || [format, dates, columns, utcOffset, scanner].contains { $0 != nil }
        if file == nil, isAboutFiles { throw ValidationError("this is about a file: name one with --file") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if let image {
            let scan = ImageScan(daemon: daemon, output: output, path: image, isAgreed: yes)
            guard let run = try await scan.plan() else { return await output.remark(Message("nothing was moved")) }
            return try await take(daemon) { station in try await scan.apply(run, at: station) }
        }
        if let file {
            let query = [
                API.Batches.station.set(station), API.Batches.format.set(format), API.Batches.dates.set(dates),
                API.Batches.offset.set(utcOffset), API.Batches.scanner.set(scanner), API.Batches.columns.set(columns),
                API.Batches.old.set(old), API.Batches.continuation.set(continues),
                API.Batches.repetition.set(again ? IdempotencyKey.random().text : nil),
            ]
            return try await BatchRun(daemon: daemon, output: output, path: file, query: query).take()
        }
        if isatty(STDIN_FILENO) == 1 {
            await output.remark(Message("scan a shelf, then the boxes on it; end with Ctrl-D"))
        }
        try await take(daemon) { station in
            try await ScanRun(daemon: daemon, output: output, station: station).readAll()
        }
    }

    /// Runs `readings` at the named station, or at a private one for this run.
    private func take(_ daemon: DaemonClient, _ readings: (String) async throws -> Void) async throws {
        if let station { return try await readings(station) }
        let own = PrivateStation.name()
        let ending = await EndOfProcess { try? await daemon.ask(API.Stations.endSession, at: own) }
        defer { withExtendedLifetime(ending) {} }
        do {
            try await readings(own)
        } catch let failure as CommandFailure where failure.code == .unreachable {
            throw failure
        } catch {
            // The original error is reported. A session that stays open until its timeout is not worth another message.
            try? await daemon.ask(API.Stations.endSession, at: own)
            throw error
        }
        try await daemon.ask(API.Stations.endSession, at: own)
    }
}

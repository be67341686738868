import DaemonServices
import Hummingbird
import Localization
import Logging
import Printing
import Scanning
import Vocabulary
import Wire
import WireResources

/// What is known of the scanners of this machine: the reader, the settings and the current states.
struct ScannerParts: Sendable {
    let reader: ScannerReader
    let book: ScannerBook
    let roster: ScannerRoster
}

/// Routes that list, pair, test and forget scanners.
struct ScannerRoutes {
    let server: EndpointServer
    let scanners: ScannerParts
    let printing: Printing

    var routes: [Route] {
        [
            server.serve(API.Scanners.list, list),
            server.respond(to: API.Scanners.pair, ScannerPairing(scanners: scanners, printing: printing).begin),
            server.serve(API.Scanners.forget, forget),
            server.respond(to: API.Scanners.test, ScannerTest(scanners: scanners, documents: printing.documents).begin),
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Page<ScannerDeviceResource> {
        let devices: [AttachedDevice]
        do {
            devices = try await ScannerReader.survey(settings: scanners.book.settings)
        } catch {
            throw RequestFailure(.scanners, error.asMessage)
        }
        let resources = devices.map { ScannerDeviceResource($0, in: scanners) }
        return try Page(of: resources, by: \.node, for: call)
    }

    @Sendable private func forget(_ call: Call) async throws {
        let name = try call.scanner()
        do {
            try await scanners.book.forget(name)
        } catch ScannerBook.Unforgotten.noPairing {
            let detail = Message(
                "cannot forget \(name, "name"): no pairing named it; `outguide scanner list` shows who did"
            )
            throw RequestFailure(.notFound, detail)
        } catch ScannerBook.Unforgotten.several(let names) {
            let detail = Message(
                "cannot forget \(name, "name"): several pairings have that name; "
                    + "forget \(.any(names.map { .text($0) }), "names")"
            )
            throw RequestFailure(.conflict, detail)
        }
        do {
            try scanners.reader.use(settings: scanners.book.settings, doubts: scanners.book.doubts)
        } catch {
            // The reader is not running; it will start with the settings in the scanner book.
            call.context.logger.info("the forgotten gun was not being read", metadata: ["reason": "\(error)"])
        }
    }
}

extension Call {
    /// The stable name of the scanner in the path.
    func scanner() throws -> String {
        guard let name = segment else {
            throw RequestFailure(.invalidRequest, Message("cannot read the name of the scanner in the path"))
        }
        return name
    }
}

extension ScannerDeviceResource {
    init(_ device: AttachedDevice, in scanners: ScannerParts) {
        self.init(device.identity, isNamed: device.isNamed, in: scanners)
    }

    init(_ scanner: ScannerIdentity, isNamed: Bool, in scanners: ScannerParts) {
        let setting = scanners.book.setting(of: scanner)
        let namer = scanners.book.isConfigured(scanner) ? "configuration" : setting == nil ? "rule" : "pairing"
        self.init(
            scanner: scanner.stableName,
            name: scanner.title,
            label: setting?.name,
            transport: scanner.transport.rawValue,
            vendor: scanner.vendor,
            product: scanner.product,
            serial: scanner.serial,
            port: scanner.port,
            interface: scanner.interface,
            node: scanner.devnode,
            station: isNamed ? ScannerStations.station(of: scanner, named: setting?.station)?.text : nil,
            namedBy: isNamed ? namer : nil,
            state: isNamed ? scanners.roster.state(of: scanner) ?? "not read" : "not read",
            layout: scanner.transport == .keyboard && isNamed ? (setting?.layout ?? .us).description : nil,
            framing: scanner.transport != .pointOfSale && isNamed ? (setting?.framing ?? .suffix).rawValue : nil,
            prefix: setting?.affixes.prefix.nonEmpty,
            suffix: setting?.affixes.suffix.nonEmpty,
            memory: setting?.habits.sendsMemory ?? false,
            linear: setting?.habits.readsLinearOnly ?? false
        )
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

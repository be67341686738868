import Hummingbird
import Logging
import Scanning
import Vocabulary
import Wire

/// Routes that list, pair, test and forget scanners.
struct ScannerRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.Scanners.list, list),
            daemon.respond(to: API.Scanners.pair, ScannerPairing(daemon).begin),
            daemon.serve(API.Scanners.forget, forget),
            daemon.respond(to: API.Scanners.test, ScannerTest(daemon).begin),
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Page<ScannerDeviceResource> {
        let devices: [AttachedDevice]
        do {
            devices = try await ScannerReader.survey(settings: daemon.scannerBook.settings)
        } catch {
            throw Problem(.scanners, detail: error.description)
        }
        let scanners = devices.map { ScannerDeviceResource($0, in: daemon) }
        return try Page(of: scanners, by: \.node, for: call)
    }

    @Sendable private func forget(_ call: Call) async throws {
        let name = try call.scanner()
        do {
            try await daemon.scannerBook.forget(name)
        } catch ScannerBook.Unforgotten.noPairing {
            let detail = "cannot forget \(name): no pairing named it; `outguide scanner list` shows who did"
            throw Problem(.notFound, detail: detail)
        } catch ScannerBook.Unforgotten.several(let names) {
            let detail =
                "cannot forget \(name): several pairings have that name; forget " + names.joined(separator: " or ")
            throw Problem(.conflict, detail: detail)
        }
        do {
            try daemon.scannerReader.use(settings: daemon.scannerBook.settings, doubts: daemon.scannerBook.doubts)
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
            throw Problem(.invalidRequest, detail: "cannot read the name of the scanner in the path")
        }
        return name
    }
}

extension ScannerDeviceResource {
    init(_ device: AttachedDevice, in daemon: DaemonParts) {
        self.init(device.identity, isNamed: device.isNamed, in: daemon)
    }

    init(_ scanner: ScannerIdentity, isNamed: Bool, in daemon: DaemonParts) {
        let setting = daemon.scannerBook.setting(of: scanner)
        let namer = daemon.scannerBook.isConfigured(scanner) ? "configuration" : setting == nil ? "rule" : "pairing"
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
            state: isNamed ? daemon.scanners.state(of: scanner) ?? "not read" : "not read",
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

import Barcodes
import Circulation
import Labels
import Localization
import Printers
import Printing
import Settings
import Vocabulary
import Wire
import WireResources

/// Routes for printers: status, test labels, ruler pages and calibration.
struct PrinterRoutes {
    let server: EndpointServer
    let circulation: Circulation
    let printing: Printing
    private var settings: Configuration { printing.settings() }

    var routes: [Route] {
        [
            server.serve(API.Printers.list, list),
            server.serve(API.Printers.show, show),
            server.serve(API.Printers.test, test),
            server.serve(API.Printers.printRuler, ruler),
            server.serve(API.Printers.calibrate, calibrate),
            server.serve(API.Printers.forgetCalibration) { call in
                let name = try call.printer()
                guard try await circulation.adjustment(of: name) != nil else {
                    let detail = Message(
                        "cannot forget how \(name.prefix(127), "printer") was measured: it was not measured"
                    )
                    throw RequestFailure(.notFound, detail)
                }
                _ = try await circulation.adjust(name) { _ in nil }
            },
        ]
    }

    /// Lists the queues of CUPS and the printers in the configuration, without querying any printer itself.
    @Sendable private func list(_ call: Call) async throws -> Page<PrinterResource> {
        let queues = try await printing.queues.printers()
        var resources: [PrinterResource] = []
        for queue in queues {
            resources.append(try await resource(queue.name, queue, settings.printer(named: queue.name), call))
        }
        for setting in settings.printers where !queues.contains(where: { $0.name == setting.name }) {
            var queue: LabelPrinter?
            if case .queue(let name, _) = setting.address { queue = queues.first { $0.name == name } }
            resources.append(try await resource(setting.name, queue, setting, call))
        }
        return try Page(of: resources, by: \.name, for: call)
    }

    private func resource(
        _ name: String,
        _ printer: LabelPrinter?,
        _ setting: PrinterConfiguration?,
        _ call: Call
    ) async throws -> PrinterResource {
        PrinterResource(
            named: name,
            printer,
            setting,
            form: setting?.form,
            trouble: nil,
            adjustment: try await circulation.adjustment(of: name),
            in: call.context.localizer
        )
    }

    /// Shows one printer, and queries the printer itself where that is possible.
    @Sendable private func show(_ call: Call) async throws -> PrinterResource {
        let name = try call.printer()
        let setting = settings.printer(named: name)
        let adjustment = try await circulation.adjustment(of: name)
        var printer: LabelPrinter?
        var trouble: PrintError?
        var form = setting?.form
        var mediaDoubt: MediaDoubt?
        switch setting?.address ?? PrinterAddress(parsing: name) {
        case .socket(let host, let port):
            guard let setting else { throw PrintError.unknownPrinter(name) }
            form = .zpl
            mediaDoubt = .printerCannotBeAsked("socket")
            do {
                let place = SocketPress.Place(name: setting.name, host: host, port: port)
                try await printing.sockets.check(place, answers: setting.answers)
            } catch {
                trouble = error
            }
        case .queue(let queue, _):
            let asked = try await printing.queues.printer(named: queue)
            trouble = asked.trouble ?? (form == nil ? asked.formTrouble : nil)
            form = form ?? asked.form
            printer = asked
            mediaDoubt = asked.mediaDoubt
        case nil: throw PrintError.unknownPrinter(name)
        }
        return PrinterResource(
            named: name,
            printer,
            setting,
            form: form,
            trouble: trouble,
            mediaDoubt: mediaDoubt,
            adjustment: adjustment,
            in: call.context.localizer
        )
    }

    /// Prints a test label with a barcode that scanners can read and that has no effect.
    @Sendable private func test(_ call: Call, _ body: PrinterTestRequest) async throws -> LabelPrintResponse {
        let name = try call.printer()
        let template = try printing.documents.template(body.template)
        guard let label = TestLabel.label(of: name, on: template, by: printing.fields) else {
            throw RequestFailure(.internalError, Message("cannot print a test label: there is no barcode for it"))
        }
        return try await call.print(
            [label],
            template,
            on: name,
            continuesSheet: true,
            despite: body.despite,
            by: printing.pages
        )
    }

    /// Prints a ruler page without the printer's calibration.
    @Sendable private func ruler(_ call: Call, _ body: PrinterTestRequest) async throws -> LabelPrintResponse {
        let name = try call.printer()
        let template = try await printing.rulerPage.template(body.template, on: name)
        return try await call.print(
            [printing.rulerPage.label(of: name, on: template)],
            template,
            on: name,
            isCalibrated: false,
            despite: body.despite,
            by: printing.pages
        )
    }

    @Sendable private func calibrate(_ call: Call, _ body: CalibrationRequest) async throws -> CalibrationResource {
        let name = try call.printer()
        let template = try await printing.rulerPage.template(body.template, on: name)
        let measured = RulerPage.Measurement(
            zero: (x: body.zeroX, y: body.zeroY),
            length: (x: body.lengthX, y: body.lengthY)
        )
        guard let calibration = RulerPage.calibration(of: template, measured: measured) else {
            let detail = Message(
                "cannot use these measurements: a printer that is more than 10 mm or a tenth beside "
                    + "\(template.name, "template") has "
                    + "other media in it"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        let adjustment = try await circulation.adjust(name) { now in
            PrinterAdjustment(
                offsetX: calibration.offsetX,
                offsetY: calibration.offsetY,
                scaleX: calibration.scaleX,
                scaleY: calibration.scaleY,
                measuredAt: now
            )
        }
        guard let adjustment else { throw RequestFailure(.internalError, Message("cannot keep the calibration")) }
        return CalibrationResource(adjustment)
    }
}

extension Call {
    /// The name of the printer in the path.
    fileprivate func printer() throws -> String {
        guard let name = segment, PrinterAddress.isName(name) else {
            throw RequestFailure(.invalidRequest, Message("cannot read the name of the printer in the path"))
        }
        return name
    }
}

import Circulation
package import Labels
package import Printers
import Settings

/// Finds the printer for a template, and checks that it can print it now.
package struct PrintTargets: Sendable {
    let settings: @Sendable () -> Configuration
    let circulation: Circulation
    let queues: PrintQueue
    let sockets: SocketPress

    /// The printer with this name, or the default for station and template, if it can print the template now.
    func target(
        named name: String?,
        station: String? = nil,
        for template: LabelTemplate,
        isCalibrated: Bool = true,
        despite: OverriddenTroubles = []
    ) async throws -> PrintTarget {
        let settings = settings()
        let wanted = name ?? settings.usualPrinter(station: station, template: template.name)
        let setting = wanted.flatMap { settings.printer(named: $0) }
        let address =
            try setting?.address
            ?? wanted.map { name throws(PrintError) in
                guard let address = PrinterAddress(parsing: name), case .queue = address else {
                    throw .unknownPrinter(name)
                }
                return address
            }
        if let loaded = setting?.media, !loaded.fits(template.page), !despite.overridesWrongMedia() {
            let sizes = (wanted: "\(template.page.short) mm", loaded: "\(loaded.short) mm")
            throw PrintError.wrongMedia(printer: wanted ?? "", wanted: sizes.wanted, loaded: [sizes.loaded])
        }
        switch address {
        case .socket(let host, let port):
            guard let setting else { throw PrintError.unknownPrinter(wanted ?? "") }
            let place = SocketPress.Place(name: setting.name, host: host, port: port)
            return try await target(at: place, setting, isCalibrated, despite)
        case .queue(let queue, let instance):
            return try await target(queue, instance, wanted, setting, template, isCalibrated, despite)
        case nil:
            return try await target(nil, nil, wanted, setting, template, isCalibrated, despite)
        }
    }

    private func target(
        at place: SocketPress.Place,
        _ setting: PrinterConfiguration,
        _ isCalibrated: Bool,
        _ despite: OverriddenTroubles
    ) async throws -> PrintTarget {
        try await sockets.check(place, answers: setting.answers, despite: despite)
        return PrintTarget(
            name: setting.name,
            address: .socket(host: place.host, port: place.port),
            form: .zpl,
            target: try await labelTarget(setting.resolution, of: setting.name, isCalibrated),
            media: "",
            answers: setting.answers,
            printer: nil,
            mediaDoubt: setting.media == nil ? .printerCannotBeAsked("socket") : nil,
            place: place,
            despite: despite
        )
    }

    private func target(
        _ queue: String?,
        _ instance: String?,
        _ wanted: String?,
        _ setting: PrinterConfiguration?,
        _ template: LabelTemplate,
        _ isCalibrated: Bool,
        _ despite: OverriddenTroubles
    ) async throws -> PrintTarget {
        let printer = try await queues.printer(named: queue)
        let form = setting?.form ?? printer.form
        let media = try printer.check(template.page, as: form, despite: despite)
        if setting?.form == nil, let trouble = printer.formTrouble { throw trouble }
        let own = wanted ?? printer.name
        let page =
            form == .zpl
            ? nil
            : try await queues.page(of: template.page, on: printer, instance: instance, resolution: setting?.resolution)
        let usual = page?.raster?.resolution
        var target = try await labelTarget(usual ?? setting?.resolution ?? printer.resolution, of: own, isCalibrated)
        if form == .pdf { target.paper = page?.paper }
        return PrintTarget(
            name: own,
            address: .queue(printer.name, instance: instance),
            form: form,
            target: target,
            media: media,
            answers: true,
            printer: printer,
            mediaDoubt: setting?.media == nil ? printer.mediaDoubt : nil,
            page: page,
            place: try await sockets.place(of: printer, setting, despite: despite),
            despite: despite
        )
    }

    /// The printer for work that a clerk requests; a refusal explains how the clerk can override it.
    ///
    /// - Throws: ``PrintingError`` for trouble that can be overridden, otherwise `PrintError` or `TransferLogError`.
    package func target(
        overridablyNamed name: String?,
        station: String? = nil,
        for template: LabelTemplate,
        isCalibrated: Bool = true,
        despite: OverriddenTroubles
    ) async throws -> PrintTarget {
        do {
            return try await target(
                named: name,
                station: station,
                for: template,
                isCalibrated: isCalibrated,
                despite: despite
            )
        } catch let error as PrintError where PrintError.overridable.contains(error.kind) {
            throw PrintingError.overridable(error)
        }
    }

    /// The resolution and adjustment of the printer with this name for previews, whether or not it can print now.
    ///
    /// - Throws: `PrintError` if the printer is not known or its server cannot be reached.
    package func labelTarget(of name: String) async throws -> LabelTarget {
        let setting = settings().printer(named: name)
        guard let address = setting?.address ?? PrinterAddress(parsing: name) else {
            throw PrintError.unknownPrinter(name)
        }
        var resolution = setting?.resolution
        switch address {
        case .queue(let queue, _):
            if resolution == nil { resolution = try await queues.printer(named: queue).resolution }
        case .socket: guard setting != nil else { throw PrintError.unknownPrinter(name) }
        }
        return try await labelTarget(resolution, of: name, true)
    }

    /// The resolution and adjustment of a printer, with the common resolution if the printer does not report one.
    private func labelTarget(
        _ resolution: PrintResolution?,
        of printer: String,
        _ isCalibrated: Bool
    ) async throws -> LabelTarget {
        let adjustment = isCalibrated ? try await circulation.adjustment(of: printer) : nil
        return LabelTarget(
            resolution: resolution ?? .common,
            calibration: adjustment.flatMap { PrinterCalibration($0) } ?? .none
        )
    }
}

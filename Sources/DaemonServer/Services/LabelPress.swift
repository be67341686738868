import Barcodes
import Labels
import Wire

/// Prints labels, and says only that what the printer finished is printed.
struct LabelPress {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// The template with this name, or the usual one.
    func template(_ name: String?) throws -> LabelTemplate {
        do {
            return try daemon.templates.template(named: name ?? daemon.configuration.labelTemplate)
        } catch {
            throw Problem(.labelTemplate, status: 422, detail: error.description)
        }
    }

    /// Prints labels on the printer with this name, or on the usual one, and waits until it has done so.
    func print(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        on name: String?
    ) async throws -> PrintedJob {
        let job: PrintedJob
        do {
            job = try await send(labels, template, copies: copies, to: name ?? daemon.configuration.printer)
        } catch let error as LabelError {
            throw Problem(error)
        } catch let error as PrintError {
            throw Problem(error)
        }
        guard job.state == .completed else {
            let words = ([job.message] + job.reasons).filter { !$0.isEmpty }.joined(separator: ", ")
            let why = words.isEmpty ? "the printer gave no reason" : words
            let which = "job \(job.identifier) on \(job.printer)"
            let detail = "cannot say that the labels were printed: \(which) is \(job.state) (\(why))"
            throw Problem(.printing, status: 502, detail: detail)
        }
        return job
    }

    private func send(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        to name: String?
    ) async throws -> PrintedJob {
        let pdf = try await daemon.renderer.pdf(
            labels,
            template: template,
            target: LabelTarget(resolution: try await resolution(of: name))
        )
        return try await daemon.printers.print(
            document: PrintDocument(bytes: pdf, format: .pdf),
            title: labels.first?.barcode.map { "labels \($0)" } ?? template.name,
            media: template.page,
            copies: copies,
            printer: name
        )
    }

    /// The resolution that bars are drawn for: the printer's own, or the common one when it does not tell.
    private func resolution(of name: String?) async throws -> PrintResolution {
        let printer = try await daemon.printers.printers().first { $0.name == name }
        let known = printer?.resolutions.compactMap { PrintResolution(across: $0, along: $0) } ?? []
        return known.max { $0.across < $1.across } ?? .common
    }
}

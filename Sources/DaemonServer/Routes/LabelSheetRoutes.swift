import Labels
import Wire

/// Routes for partly used label sheets.
struct LabelSheetRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.LabelSheets.list) { call in
                // Names of templates and printers contain no tab.
                try Page(of: sheets, by: { "\($0.template)\t\($0.printer)" }, for: call)
            },
            daemon.serve(API.LabelSheets.reset) { call, body in
                guard try daemon.sheets.forget(body.template, on: body.printer) else {
                    let detail =
                        "cannot forget a sheet of \(body.template): none is begun; “outguide label sheet list” shows them"
                    throw Problem(.notFound, detail: detail)
                }
                return Page(all: sheets)
            },
        ]
    }

    private var sheets: [LabelSheetResource] {
        daemon.sheets.sheets.map { LabelSheetResource(template: $0.template, printer: $0.printer, used: $0.used) }
    }
}

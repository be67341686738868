import Barcodes
package import Circulation
import Vocabulary
package import Wire

// Conversions of pull lists to their wire form.

extension PullListResource {
    package init(_ line: PullListSummary) {
        self.init(
            barcode: line.list.barcode.text,
            state: line.state.rawValue,
            madeAt: line.list.madeAt.rfc3339,
            wanted: line.tally.wanted,
            pulled: line.tally.pulled,
            notFound: line.tally.missed
        )
    }
}

extension PullListContents {
    package init(_ sheet: PullListSheet) {
        self.init(list: PullListResource(sheet.line), things: sheet.things.map { WantedResource($0) })
    }
}

extension WantedResource {
    package init(_ thing: RequestedItem) {
        self.init(
            barcode: thing.entity.barcode.text,
            kind: thing.entity.kind.name,
            title: thing.entity.title,
            state: thing.line.state.rawValue,
            path: thing.path,
            home: thing.home,
            recipient: thing.recipient?.barcode.text,
            recipientName: thing.recipient?.name,
            due: thing.line.due?.rfc3339,
            reason: thing.reason,
            entry: thing.line.entry.rawValue,
            pulledBy: thing.line.pulled?.rawValue
        )
    }
}

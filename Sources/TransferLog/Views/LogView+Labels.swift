public import Barcodes
import GRDB
import Localization
import LogTables
public import Vocabulary

extension LogView {
    /// The last print of an entity's current label; nil when there was none.
    public func lastPrint(of entity: EntityID) throws -> PendingLabel? {
        try db.first("SELECT entry, printedAt FROM printedLabel WHERE record = ?", [.integer(entity.rawValue)]) {
            PendingLabel(entity: entity, print: $0.entry(0), printedAt: $0.moment(1))
        }
    }

    /// The printed but not yet scanned label with this barcode; nil when there is none.
    public func pendingLabel(barcode: Barcode) throws -> PendingLabel? {
        try db.first(
            """
            SELECT printedLabel.record, printedLabel.entry, printedLabel.printedAt
            FROM barcode JOIN printedLabel ON printedLabel.record = barcode.record
            WHERE barcode.text = ? AND barcode.isPrimary = 1 AND printedLabel.isApplied = 0
            """,
            [.text(barcode.text)],
            value: PendingLabel.init
        )
    }

    /// Labels that were printed but not scanned since, printed after the entry `cursor`, oldest first.
    public func pendingLabels(after cursor: EntryNumber?, limit: Int) throws -> [PendingLabel] {
        try db.all(
            """
            SELECT record, entry, printedAt FROM printedLabel WHERE isApplied = 0 AND entry > ?
                AND \(visible("printedLabel.record"))
            ORDER BY entry LIMIT ?
            """,
            [.integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        ) { PendingLabel($0) }
    }

    /// The stock of each supply, by name.
    public func supplies() throws -> [SupplyStock] {
        // A read-only log of an earlier version does not have this table.
        guard try db.tableExists("supply") else { return [] }
        let stocks = try db.all("SELECT name, declared, declaredAt FROM supply ORDER BY name") {
            (name: $0.text(0), declared: Int($0.integer(1)), declaredAt: $0.moment(2))
        }
        return try stocks.map { stock in
            guard let name = SupplyName(stock.name) else {
                throw TransferLogError.damaged(Message("there is a supply with an impossible name"))
            }
            var uses: [String: Int] = [:]
            try db.each(
                """
                SELECT usage.source, usage.total - coalesce(supplyMark.total, 0) FROM usage
                LEFT JOIN supplyMark ON supplyMark.source = usage.source AND supplyMark.supply = ?
                """,
                [.text(stock.name)]
            ) { uses[$0.text(0)] = Int($0.integer(1)) }
            return SupplyStock(name: name, declared: stock.declared, declaredAt: stock.declaredAt, uses: uses)
        }
    }

    /// The calibration of `printer`; nil when it was never calibrated.
    public func adjustment(of printer: String) throws -> PrinterAdjustment? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT offsetX, offsetY, scaleX, scaleY, measuredAt FROM printerAdjustment WHERE printer = ?"
            ),
            arguments: [printer]
        ).map { row in
            PrinterAdjustment(
                offsetX: row[0],
                offsetY: row[1],
                scaleX: row[2],
                scaleY: row[3],
                measuredAt: Timestamp(clamping: row[4])
            )
        }
    }
}

extension PendingLabel {
    fileprivate init(_ row: SQLRow) { self.init(entity: row.entity(0), print: row.entry(1), printedAt: row.moment(2)) }
}

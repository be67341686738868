import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// The grammar as a table, run against a real log: what was scanned before, what is scanned, what the station is in the
/// middle of then, the entries that it led to, the verdict and the kind of the message.
@Suite struct StationTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let station: String
        let before: String
        let scan: String
        let state: String
        let entries: String
        let told: String
        var testDescription: String { "\(station): \(before) + \(scan)" }
    }

    /// Columns: station, scanned before, scanned now, state then, entries, verdict and kind.
    static let table = """
        # Nothing is open.
        desk | | shelf | here shelf | | accepted opened
        desk | | ann | with ann | | accepted opened
        desk | | cart | into cart | | accepted opened
        desk | | box2 | closed | | refused no-place-open
        desk | | loose | closed | | refused no-place-open
        desk | | newbox | closed | registered | attention registered
        desk | | newfolder | closed | registered | attention registered
        desk | | newshelf | closed | | refused unknown-location
        desk | | newperson | closed | | refused unknown-barcode
        desk | | station | closed | | refused unexpected-station
        desk | | nocommand | closed | | refused unknown-control
        desk | | setup | closed | | attention set-up
        desk | | foreign | closed | | refused unknown-barcode
        desk | | misread | closed | | refused wrong-check-character
        desk | | qr-of-another | closed | | refused wrong-symbology
        desk | | end | closed | | accepted closed
        # Put here.
        desk | shelf2 | box | here shelf2 | relocated | accepted relocated
        desk | shelf2 | loose | here shelf2 | relocated | accepted relocated
        desk | shelf2 | lent | here shelf2 | returned | accepted returned
        desk | shelf | lent | here shelf | refiled | accepted refiled
        desk | shelf | box | here shelf | | attention already-there
        desk | shelf2 | newbox | here shelf2 | registered relocated | accepted relocated
        desk | shelf2 | foreign | closed | | refused unknown-barcode
        desk | shelf2 | shelf | here shelf | | accepted opened
        desk | shelf2 | cart | into cart | | accepted opened
        desk | shelf2 put | cart | here shelf2 | relocated | accepted relocated
        desk | put shelf2 | cart | here shelf2 | relocated | accepted relocated
        desk | shelf2 | end | closed | | accepted closed
        desk | closed | box | here closed | | refused location-closed
        desk | full | box | here full | | refused location-full
        desk | shelf2 | kept | here shelf2 | | refused room-restricted
        desk | shelf2 | held | here shelf2 | relocated | accepted relocated
        # File into.
        desk | | into | closed +into | | accepted armed
        desk | | foreign-into | closed +into | | accepted armed
        desk | into | box | into box | | accepted opened
        desk | foreign-into | box | into box | | accepted opened
        desk | into | folder | closed | | refused not-a-place
        desk | into | newbox | into new | registered | accepted registered
        desk | into box | loose | into box | relocated | accepted relocated
        desk | into box | box | into box | | refused into-itself
        desk | into box into | box2 | into box2 | | accepted opened
        # Charge out.
        desk | ann | folder | with ann | charged-out | accepted charged-out
        desk | ann | box | with ann | charged-out | accepted charged-out
        desk | ann | lent | with ann | | attention already-there
        desk | bob | lent | with bob | | refused charged-out-to-another
        desk | bob | sealed | with bob | charged-out | accepted charged-out
        desk | bob | wrapped | with bob | | refused item-sealed
        desk | bob | held | with bob | | refused item-held
        desk | bob | judges | with bob | | refused role-restricted
        desk | judge | judges | with judge | charged-out | accepted charged-out
        desk | judge judges | folder | with judge | | refused loan-limit
        desk | | charge-out | closed +charge-out | | accepted armed
        desk | charge-out | clerk | with clerk | | accepted opened
        desk | charge-out | folder | closed | | refused no-borrower
        # From person to person.
        desk | ann | bob | handing ann bob | | accepted handing
        desk | ann bob | lent | handing ann bob | handed-over | accepted handed-over
        desk | ann bob | folder | handing ann bob | charged-out | accepted charged-out
        desk | ann bob | judge | handing bob judge | | accepted handing
        desk | ann | ann | with ann | | accepted opened
        desk | ann charge-out | bob | with bob | | accepted opened
        # In transit, and accepted.
        desk | | in-transit | transit | | accepted sending
        desk | in-transit | folder | transit | dispatched | accepted dispatched
        desk | ann in-transit | folder | transit ann | dispatched | accepted dispatched
        desk | ann bob in-transit lent end bob | lent | with bob | handed-over | accepted handed-over
        desk | bob in-transit folder end ann | folder | with ann | | refused for-another
        desk | in-transit folder shelf2 | folder | here shelf2 | relocated | accepted relocated
        desk | in-transit | held | transit | | refused item-held
        # Return.
        returns | | lent | closed ~lent | returned | accepted returned
        returns | | folder | closed ~folder | | attention not-charged-out
        returns | lent | shelf | closed | refiled | accepted refiled
        returns | ann | folder | with ann | charged-out | accepted charged-out
        returns | | return | here counter | | accepted opened
        returns | return | lent | here counter | returned | accepted returned
        desk | | return | closed | | refused no-return-place
        # Refile.
        desk | | folder | closed ~folder | | attention awaiting-home
        desk | folder | shelf2 | here shelf2 | | attention not-home
        desk | ann folder end folder | shelf | closed | refiled | accepted refiled
        desk | shelf2 inner end inner | box | closed | refiled | accepted refiled
        desk | folder | end | closed | | accepted closed
        desk | folder | ann | with ann | | accepted opened
        # Cart.
        desk | | pick-up | closed +pick-up | | accepted armed
        desk | pick-up | cart | into cart | | accepted opened
        desk | pick-up | folder | closed | | refused not-a-place
        desk | cart | folder | into cart | relocated | accepted relocated
        desk | | drop | closed | | refused no-cart-open
        desk | cart folder drop | shelf2 | here shelf2 | relocated relocated | accepted dropped
        desk | cart drop | closed | here closed | | refused location-closed
        # Where is this, and labels.
        desk | shelf2 where | folder | here shelf2 | | accepted where
        desk | where | ann | closed | | accepted where
        desk | where | newbox | closed | | refused unknown-barcode
        desk | reprint | box | closed | | accepted reprinting
        # Undo.
        desk | | undo | closed | | refused nothing-to-undo
        desk | shelf2 folder | undo | here shelf2 | corrected | accepted undone
        desk | shelf2 folder end | undo | closed | corrected | accepted undone
        desk | shelf2 folder undo | undo | here shelf2 | | refused nothing-to-undo
        desk | shelf2 folder box | undo-run | here shelf2 | corrected corrected | accepted undone-run
        desk | shelf2 newbox undo | undo | here shelf2 | | refused nothing-to-undo
        desk | | undo-run | closed | | refused nothing-to-undo
        # Clerks.
        desk | | clerk | closed @clerk | | accepted signed-in
        desk | clerk | clerk | closed | | accepted signed-out
        desk | clerk | clerk2 | closed @clerk2 | | accepted signed-in
        desk | clerk shelf2 | clerk2 | closed @clerk2 | | accepted signed-in
        desk | clerk shelf2 | end | closed @clerk | | accepted closed
        desk | clerk | end | closed | | accepted signed-out
        desk | clerk shelf2 | sign-out | closed | | accepted signed-out
        guarded | | shelf | closed | | refused not-signed-in
        guarded | clerk | shelf | here shelf @clerk | | accepted opened
        guarded | where | folder | closed | | accepted where
        # Fetching.
        desk | | list | pulling | | accepted pulling
        desk | list | list | pulling | | accepted pulling
        desk | list | wanted | pulling | dispatched | accepted pulled
        desk | list | wanted2 | pulling | dispatched | accepted pulled
        desk | list wanted | wanted | pulling | | attention pulled-already
        desk | list | folder | pulling | | refused not-on-list
        desk | list | newfolder | pulling | | refused not-on-list
        desk | list | foreign | closed | | refused not-on-list
        desk | heldlist | held | pulling | | refused item-held
        desk | list | ann | with ann | | accepted opened
        desk | list | shelf2 | here shelf2 | | accepted opened
        desk | list in-transit wanted list | wanted | pulling | | attention already-there
        desk | list | end | closed | | attention pull-ended
        desk | list wanted wanted2 | end | closed | | accepted pull-ended
        desk | list | not-found | pulling +not-found | | accepted armed
        desk | list not-found | wanted | pulling | not-found | accepted not-found
        desk | list not-found wanted | wanted | pulling | dispatched | accepted pulled
        desk | list not-found wanted not-found | wanted | pulling | | attention told-already
        desk | list not-found wanted wanted2 | end | closed | | attention pull-ended
        desk | list not-found | folder | closed | | refused not-on-list
        desk | list not-found | newfolder | closed | | refused unknown-barcode
        desk | list not-found | end | closed | | attention pull-ended
        desk | | not-found | closed | | refused no-list-open
        desk | list wanted | undo | pulling | corrected | accepted undone
        desk | list wanted undo | wanted | pulling | dispatched | accepted pulled
        desk | list not-found wanted undo | end | closed | | attention pull-ended
        desk | list wanted wanted2 | undo-run | pulling | corrected corrected | accepted undone-run
        desk | list wanted end ann | wanted | with ann | charged-out | accepted charged-out
        desk | list wanted end bob | wanted | with bob | | refused for-another
        desk | list wanted2 shelf2 | wanted2 | here shelf2 | relocated | accepted relocated
        desk | ann wanted list | wanted | pulling | | attention pulled-already
        desk | | dead | closed | | refused pull-list-cancelled
        desk | | nolist | closed | | refused unknown-pull-list
        desk | shelf2 where | list | here shelf2 | | accepted where
        desk | verify box | list | counting box | | refused count-open
        desk | verify box | not-found | counting box | | refused count-open
        guarded | | list | closed | | refused not-signed-in
        guarded | clerk | list | pulling @clerk | | accepted pulling
        # Counting.
        desk | | verify | closed +verify | | accepted armed
        desk | verify | box | counting box | | accepted counting
        desk | verify | shelf | closed | | refused not-a-container
        desk | verify box | inner | counting box | | accepted counted
        desk | verify box inner | inner | counting box | | attention counted-already
        desk | verify box | folder | counting box | | attention counted-extra
        desk | verify box | foreign | counting box | | attention counted-unknown
        desk | verify box | newfolder | counting box | | attention counted-unknown
        desk | verify box | shelf | counting box | | refused count-open
        desk | verify box | into | counting box | | refused count-open
        desk | verify box inner | end | closed | | accepted closed
        desk | verify box inner inner2 | end-stocktake | counting box +confirm | | accepted count-told
        desk | verify box inner | end-stocktake | counting box +confirm | | attention count-told
        desk | verify box inner folder | confirm | closed | missed relocated counted | accepted counted
        desk | start-stocktake | shelf2 | counting shelf2 | | accepted counting
        desk | start-stocktake | box | closed | | refused not-a-location
        desk | start-stocktake shelf2 folder | confirm | closed | relocated counted | accepted counted
        desk | | end-stocktake | closed | | refused no-count-open
        desk | | confirm | closed | | refused nothing-to-confirm
        # Refused, and perhaps meant to change what is open.
        desk | shelf2 | newshelf | closed | | refused unknown-location
        desk | shelf2 | newperson | closed | | refused unknown-barcode
        desk | shelf2 | nolist | closed | | refused unknown-pull-list
        desk | shelf2 | dead | closed | | refused pull-list-cancelled
        desk | shelf2 | station | closed | | refused unexpected-station
        desk | shelf2 | nocommand | closed | | refused unknown-control
        desk | shelf2 | misread | closed | | refused wrong-check-character
        desk | shelf2 | qr-of-another | closed | | refused wrong-symbology
        desk | ann | newperson | closed | | refused unknown-barcode
        desk | ann | foreign | closed | | refused unknown-barcode
        desk | ann bob | newperson | closed | | refused unknown-barcode
        desk | in-transit | newperson | closed | | refused unknown-barcode
        desk | cart | newshelf | closed | | refused unknown-location
        desk | into box | newshelf | closed | | refused unknown-location
        desk | list | newshelf | closed | | refused unknown-location
        desk | clerk shelf2 | newshelf | closed @clerk | | refused unknown-location
        desk | folder | newshelf | closed | | refused unknown-location
        desk | shelf2 return | box2 | closed | | refused no-place-open
        desk | shelf2 | return | closed | | refused no-return-place
        desk | shelf2 | drop | closed | | refused no-cart-open
        desk | shelf2 | not-found | closed | | refused no-list-open
        desk | shelf2 | end-stocktake | closed | | refused no-count-open
        desk | shelf2 | confirm | closed | | refused nothing-to-confirm
        desk | shelf2 into | folder | closed | | refused not-a-place
        desk | shelf2 pick-up | folder | closed | | refused not-a-place
        desk | shelf2 charge-out | folder | closed | | refused no-borrower
        desk | shelf2 charge-out | newfolder | closed | | refused unknown-barcode
        desk | shelf2 start-stocktake | box | closed | | refused not-a-location
        desk | shelf2 verify | shelf | closed | | refused not-a-container
        desk | cart drop | ann | closed | | refused not-a-place
        desk | cart drop | cart | closed | | refused into-itself
        # Refused, and surely not meant to.
        desk | shelf2 where | newshelf | here shelf2 | | refused unknown-location
        desk | shelf2 where | foreign | here shelf2 | | refused unknown-barcode
        desk | shelf2 reprint | foreign | here shelf2 | | refused unknown-barcode
        desk | shelf2 | setup | here shelf2 | | attention set-up
        desk | shelf2 | FD000000001X | here shelf2 | | refused wrong-check-character
        desk | verify box | newshelf | counting box | | refused unknown-location
        desk | verify box | newperson | counting box | | refused unknown-barcode
        """

    static let rows: [Row] = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(words)
        guard cells.count == 6 else { return nil }
        return Row(
            station: cells[0],
            before: cells[1],
            scan: cells[2],
            state: cells[3],
            entries: cells[4],
            told: cells[5]
        )
    }

    private static func words(_ cell: Substring) -> String { cell.split(separator: " ").joined(separator: " ") }

    @Test func everyLineIsARow() {
        #expect(Self.rows.count == Self.table.split(separator: "\n").count { !$0.hasPrefix("#") })
        #expect(Self.rows.count >= 160)
    }

    @Test(arguments: rows) func row(_ row: Row) async throws {
        try await StationWorld.with { world in
            for name in row.before.split(separator: " ") { try await world.scan(String(name), at: row.station) }
            let newest = try await world.newest()
            let outcome = try await world.scan(row.scan, at: row.station)
            #expect("\(outcome.verdict.rawValue) \(outcome.kind)" == row.told)
            #expect(try await world.state(of: row.station) == row.state)
            #expect(try await world.entries(after: newest).joined(separator: " ") == row.entries)
            if outcome.verdict == .refused { #expect(outcome.message.english.hasPrefix("cannot ")) }
        }
    }
}

import Localization
import Scanning

/// Checks that every named scanner is read.
package struct ScannerCheck: Check {
    static let name = "scanners"

    let roster: ScannerRoster
    let book: ScannerBook

    package init(roster: ScannerRoster, book: ScannerBook) {
        self.roster = roster
        self.book = book
    }

    package func findings() async -> [Finding] {
        if let trouble = roster.trouble {
            let remedy = Message("put the daemon's user into the group input, and see “journalctl -u outguided”")
            return [.failed(Self.name, Message("no gun can be read: \(trouble, "reason")"), remedy: remedy)]
        }
        var findings = roster.attached.filter { $0.state != ScannerRoster.reading }.map { handheld in
            Finding.failed(
                Self.name,
                Message("\(handheld.name, "scanner") (\(handheld.scanner, "id")): \(handheld.state, "state")"),
                remedy: Message("“outguide scanner test \(handheld.scanner, "id")” says what is wrong with it")
            )
        }
        findings += book.vague.map { model in
            .warning(
                Self.name,
                Message("a pairing names the model \(model, "model") and no gun in particular: it is not used"),
                remedy: Message("“outguide scanner forget \(model, "model")”, and pair the gun again")
            )
        }
        findings += roster.suspicious.map { handheld, tally in
            .warning(
                Self.name,
                Message(
                    "\(tally.misread, "misread") of the last \(tally.count, "count") readings of "
                        + "\(handheld.name, "scanner") (\(handheld.scanner, "id")) make no sense"
                ),
                remedy: Message("“outguide scanner test \(handheld.scanner, "id")” judges how it is set up")
            )
        }
        if roster.lostReadings > 0 {
            let message = Message(
                "{count} reading was lost since the start: too many came at once",
                plural: "{count} readings were lost since the start: too many came at once",
                count: roster.lostReadings
            )
            findings.append(.failed(Self.name, message, remedy: Message("scan again what was not answered")))
        }
        findings += await unreadable()
        if findings.isEmpty {
            let count = roster.attached.count
            let message =
                count == 0
                ? Message("no gun is plugged in")
                : Message("{count} handheld is read", plural: "{count} handhelds are read", count: count)
            findings = [.ok(Self.name, message)]
        }
        return findings
    }

    /// Named scanners that the daemon lacks permission to open.
    private func unreadable() async -> [Finding] {
        let devices: [AttachedDevice]
        do {
            devices = try await ScannerReader.survey(settings: book.settings)
        } catch {
            let remedy = Message("look whether udev runs: “udevadm info --export-db”")
            return [
                .unknown(
                    Self.name,
                    Message("cannot list the devices that are plugged in: \(error.asMessage, "reason")"),
                    remedy: remedy
                )
            ]
        }
        return devices.filter { $0.isNamed && !$0.isReadable }.map { device in
            .failed(
                Self.name,
                Message(
                    "\(device.identity.title, "scanner") (\(device.identity.stableName, "id")) may not be opened: "
                        + "\(device.identity.devnode, "node")"
                ),
                remedy: Message("plug it in again, so that the rule 60-outguided.rules gives it to the group outguide")
            )
        }
    }
}

import Localization
import Safekeeping

/// Checks that the log has room to grow.
package struct DiskRoomCheck: Check {
    static let name = "disk-room"
    /// Free bytes below which the check warns, long before the log stops.
    static let comfortable: Int64 = 1 << 30

    let directory: String

    package init(directory: String) { self.directory = directory }

    package func findings() async -> [Finding] {
        guard let free = DiskRoom.free(in: directory) else {
            let remedy = Message("look whether the disk is mounted")
            return [
                .failed(
                    Self.name,
                    Message("cannot read the free space on the disk of \(directory, "path")"),
                    remedy: remedy
                )
            ]
        }
        let room = Message("\(Int(free >> 20), "free") MiB are free on the disk of \(directory, "path")")
        let remedy = Message("make room there, or move the state directory to a larger disk")
        if free < DiskRoom.reserve { return [.failed(Self.name, room, remedy: remedy)] }
        if free < Self.comfortable { return [.warning(Self.name, room, remedy: remedy)] }
        return [.ok(Self.name, room)]
    }
}

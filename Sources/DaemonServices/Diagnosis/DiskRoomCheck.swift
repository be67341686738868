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
            let remedy = "look whether the disk is mounted"
            return [.failed(Self.name, "cannot read the free space on the disk of \(directory)", remedy: remedy)]
        }
        let room = "\(free >> 20) MiB are free on the disk of \(directory)"
        let remedy = "make room there, or move the state directory to a larger disk"
        if free < DiskRoom.reserve { return [.failed(Self.name, room, remedy: remedy)] }
        if free < Self.comfortable { return [.warning(Self.name, room, remedy: remedy)] }
        return [.ok(Self.name, room)]
    }
}

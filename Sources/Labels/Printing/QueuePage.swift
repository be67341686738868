/// The page of a queue that a label is printed on, as its driver names and measures it.
public struct QueuePage: Sendable, Hashable {
    /// What a job says in the words of the driver: `PageSize`, as by the media alone CUPS takes whatever page is nearly as
    /// large, and `Resolution`, of which a queue may have a default.
    let options: [Option]

    struct Option: Sendable, Hashable {
        let name: String
        let value: String
    }

    public let paper: PaperSize
    /// How the driver wants it as raster; nil when it takes no black or grey dots.
    public let raster: DriverPage?
}

public import Labels

/// The page of a queue for a label, with its driver's name and dimensions.
public struct QueuePage: Sendable, Hashable {
    /// The driver's options for a job: `PageSize`, because for media alone CUPS selects any page of nearly this size,
    /// and `Resolution`, for which a queue may have a default.
    let options: [Option]

    struct Option: Sendable, Hashable {
        let name: String
        let value: String
    }

    public let paper: PaperSize
    /// The driver's raster format; nil if it does not accept black or grey dots.
    public let raster: DriverPage?
}

/// What prevents a printer from printing, according to IPP (RFC 8011, section 5.4.12; PWG 5100.9).
public enum PrinterObstacle: Sendable, Hashable, Comparable {
    case mediaEmpty
    /// The printer requires media other than the loaded ones.
    case mediaNeeded
    case coverOpen
    case jam
    /// Ribbon, ink or toner is empty.
    case markerEmpty
    case offline
    /// Another error, by its keyword.
    case other(String)

    /// Creates the obstacle for a `printer-state-reasons` keyword; nil if it is not an obstacle.
    ///
    /// RFC 8011, section 5.4.12: a report does not affect printing, a warning does not prevent a job from completing,
    /// and a keyword without a suffix is an error.
    ///
    /// If the printer stands still with a job, or `isStopped`, the severity is ignored, because many printers report no
    /// more.
    init?(reason: String, isStopped: Bool = false) {
        let suffix = ["-report", "-warning", "-error"].first(where: reason.hasSuffix)
        guard isStopped || suffix == nil || suffix == "-error" else { return nil }
        let isError = suffix == "-error"
        let word = String(reason.dropLast(suffix?.count ?? 0))
        switch word {
        case "media-empty", "input-tray-missing": self = .mediaEmpty
        case "media-needed", "input-media-size-change", "input-media-type-change": self = .mediaNeeded
        case "cover-open", "door-open", "interlock-open", "input-cover-open", "output-cover-open": self = .coverOpen
        case "media-jam": self = .jam
        case "marker-supply-empty", "toner-empty", "developer-empty", "marker-ribbon-empty": self = .markerEmpty
        case "offline", "shutdown", "timed-out", "stopped-partly": self = .offline
        // These are covered by the queue's own state or are not errors.
        case "none", "paused", "moving-to-paused", "hold-new-jobs", "connecting-to-device", "spool-area-full",
            "identify-printer-requested":
            return nil
        // Printers omit the suffix from many harmless keywords, so an unknown one counts only with the suffix for an
        // error.
        case _ where isError: self = .other(word)
        default: return nil
        }
    }

    /// Whether it concerns the media in a tray, of which there may be several.
    var isOfMedia: Bool { self == .mediaEmpty || self == .mediaNeeded }
}

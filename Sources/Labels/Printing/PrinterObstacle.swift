/// What keeps a printer from printing, as IPP names it (RFC 8011, section 5.4.12; PWG 5100.9).
public enum PrinterObstacle: Sendable, Hashable, Comparable {
    case mediaEmpty
    /// It waits for other media than are loaded.
    case mediaNeeded
    case coverOpen
    case jam
    /// Ribbon, ink or toner.
    case markerEmpty
    case offline
    /// Another error, by its word.
    case other(String)

    /// The obstacle that a `printer-state-reasons` keyword names; nil when it is none.
    ///
    /// RFC 8011, section 5.4.12: a report cannot affect what is printed, a warning keeps no job from completing, and a
    /// keyword without a suffix is an error.
    ///
    /// Of a printer that stands still with a job, or `isStopped`, it counts whatever its severity: many say no more.
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
        // The queue's own state says so too, or it is no error.
        case "none", "paused", "moving-to-paused", "hold-new-jobs", "connecting-to-device", "spool-area-full",
            "identify-printer-requested":
            return nil
        // Printers leave the suffix out of many harmless words: a strange one counts only when it says what it is.
        case _ where isError: self = .other(word)
        default: return nil
        }
    }

    /// Whether it is about what lies in a tray, of which there may be more.
    var isOfMedia: Bool { self == .mediaEmpty || self == .mediaNeeded }
}

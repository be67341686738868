/// The file formats in which portable terminals upload readings.
public enum BatchFormat: String, Sendable, Hashable, CaseIterable {
    /// One code a line, without times.
    case lines
    /// Comma-, semicolon- or tab-separated values (RFC 4180), with or without a header, with or without times.
    case csv
    /// The portable scanner format of OpenText Content Manager: the scanner's name, `DATEyymmdd`, `TIMEhhmmss`, then
    /// the codes.
    ///
    /// The prefix `S` marks a place, `R` an item or container.
    case portable
}

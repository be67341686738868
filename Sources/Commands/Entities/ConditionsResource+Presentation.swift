import Terminal
import Wire

extension ConditionsResource {
    /// The conditions that apply, one for each line.
    var pairs: [(name: String, text: StyledText)] {
        var pairs: [(name: String, text: StyledText)] = []
        if closed { pairs.append(("closed", StyledText("nothing more may be put there", .warning))) }
        if let capacity { pairs.append(("capacity", StyledText(String(capacity)))) }
        if !roles.isEmpty { pairs.append(("only for", StyledText(roles.joined(separator: ", ")))) }
        if !rooms.isEmpty { pairs.append(("only in", StyledText(rooms.joined(separator: ", ")))) }
        if let series { pairs.append(("series", StyledText(series))) }
        return pairs
    }
}

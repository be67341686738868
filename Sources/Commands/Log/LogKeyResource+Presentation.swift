import Wire

extension LogKeyResource: Presentable {
    var lines: [StyledText] { [StyledText(key)] + formerKeys.map { StyledText("before: \($0)") } }
    var identifiers: [String] { [key] }
}

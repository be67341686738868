import Wire

extension LabelTemplateResource: TableRow {
    static var columns: [String] { ["name", "width", "height"] }

    var cells: [StyledText] { [StyledText(name), StyledText("\(width) mm"), StyledText("\(height) mm")] }
    var identifier: String { name }
}

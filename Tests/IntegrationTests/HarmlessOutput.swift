/// What text must not have in it that is shown on a terminal, line by line.
enum HarmlessOutput {
    /// Characters that move the cursor, end a line early or turn the reading direction.
    static func offences(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}

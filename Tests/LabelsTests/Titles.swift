/// Titles as they come: of every length and script.
enum Titles {
    static let all: [(name: String, text: String)] = [
        ("short", "A"),
        (
            "long",
            "Nachlass Dr. Karl-Heinz Oberhuber, Briefwechsel, Gutachten und Rechnungen zur Stadterweiterung "
                + "1893–1911, mit Plänen, Fotografien und Zeitungsausschnitten; Teil 2 von 7, unvollständig überliefert"
        ),
        ("accented", "Łódź, Plzeň, Ærø, Tromsø, Győr, Şırnak, Đà Nẵng: procès-verbaux"),
        ("arabic", "سجل القضايا المدنية والتجارية ١٩٥٤"),
        ("hebrew", "פרוטוקולים של מועצת העיר 1948"),
        ("chinese", "市政府会议记录及附件一式三份"),
        ("emoji", "Box 📦 ✅ 👩‍👩‍👧‍👦 checked"),
    ]
}

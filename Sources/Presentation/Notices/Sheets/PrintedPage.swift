/// What stands around anything printed: one HTML file without script and without network.
enum PrintedPage {
    /// The page up to its first sheet; a content security policy forbids what it does not bring along.
    static func head(_ title: Phrase, in language: Language) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.tag)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="generator" content="Gasworks">
        <title>\(MarkupText.escaped(title.text(in: language)))</title>
        <style>
        \(String(decoding: PackageResources.sheet_css, as: UTF8.self))</style>
        </head>
        <body>

        """
    }

    /// The page's end.
    static let foot = "</body>\n</html>\n"
}

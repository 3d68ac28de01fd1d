/// A day's routes as a map in one HTML file: no network, no foreign script, no tiles.
///
/// The page carries its data as JSON and draws it with a script of its own. Nothing from data is ever put into the page
/// as markup: the script only sets text and attributes, and a content security policy forbids everything that the page
/// does not bring along.
package enum RouteMap {
    /// The whole page.
    package static func page(of document: RouteDocument, language: Language) -> String {
        let title = MarkupText.escaped(Phrase.routes(on: document.date).text(in: language))
        let needsScript = MarkupText.escaped(Phrase.mapNeedsScript.text(in: language))
        return """
            <!DOCTYPE html>
            <html lang="\(language.tag)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="Gasworks">
            <title>\(title)</title>
            <style>
            \(text(PackageResources.page_css))</style>
            </head>
            <body>
            \(text(PackageResources.page_html))<noscript>\(needsScript)</noscript>
            <script type="application/json" id="data">\(RouteMapData.json(of: document, language: language).text())</script>
            <script>
            (() => {
            "use strict";
            \(script)start();
            })();
            </script>
            </body>
            </html>

            """
    }

    /// The script's parts in the order in which they build on each other.
    private static var script: String {
        [
            PackageResources.page_js, PackageResources.view_js, PackageResources.draw_js, PackageResources.panel_js,
            PackageResources.clock_js, PackageResources.start_js,
        ].map { text($0) }.joined()
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

//! The HTML document around a page.

use std::fmt::Write as _;

use lscb::route::Base;
use lscb_content::wire::{Menu, Page, Shell as Furniture};

use crate::shell::Shell;

/// Writes documents of one release.
pub(crate) struct Documents<'a> {
    /// What stands around every page.
    pub(crate) furniture: &'a Furniture,
    /// The app and the style.
    pub(crate) shell: &'a Shell,
    /// The id of the release; empty while it is being worked out.
    pub(crate) release: &'a str,
}

impl Documents<'_> {
    /// The document of a page.
    pub(crate) fn page(&self, page: &Page, menu: Option<&Menu>) -> String {
        self.around(page, "", &lscb::render::body(self.furniture, page, menu))
    }

    /// The path and the document of the page of all components.
    pub(crate) fn components(&self) -> (String, String) {
        let page = lscb::gallery::page();
        let style = format!("<style>{}</style>", lscb::gallery::STYLE);
        let body = lscb::render::components(self.furniture, &page);
        let document = self.around(&page, &style, &body);
        (page.path, document)
    }

    /// The document around the inside of a page's `<body>`.
    fn around(&self, page: &Page, style: &str, body: &str) -> String {
        let base = Base::of(&page.path);
        let title = lscb::page::document_title(&page.title, &self.furniture.title);
        let mut out = self.head(&title, &page.summary, &base.file("icon.svg"));
        out.push_str(style);
        self.push_app(&mut out, &base);
        let _ = write!(
            out,
            r#"</head><body data-route="{}" data-release="{}">"#,
            escape(&page.path),
            self.release
        );
        out.push_str(body);
        out.push_str("</body></html>\n");
        out
    }

    /// The document for an address that has no page. A host shows it at any depth, so it
    /// asks for no other file.
    pub(crate) fn not_found(&self) -> String {
        let mut out = self.head("Page not found", "This address has no page.", "data:,");
        out.push_str("</head><body>");
        out.push_str(&lscb::render::not_found(self.furniture));
        out.push_str("</body></html>\n");
        out
    }

    fn head(&self, title: &str, description: &str, icon: &str) -> String {
        format!(
            concat!(
                r#"<!doctype html><html lang="{language}"><head><meta charset="utf-8">"#,
                r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
                r#"<title>{title}</title><meta name="description" content="{description}">"#,
                r#"<meta name="color-scheme" content="light dark">"#,
                // Nobody else is told where the reader was, however they left.
                r#"<meta name="referrer" content="same-origin">"#,
                r#"<link rel="icon" href="{icon}"><style>{style}</style>"#,
            ),
            language = escape(&self.furniture.language),
            title = escape(title),
            description = escape(description),
            icon = icon,
            style = self.shell.style,
        )
    }

    /// The import map gives the app its name and its integrity; the boot script reads the
    /// rest from the `meta` element and starts when the page is idle.
    fn push_app(&self, out: &mut String, base: &Base) {
        let Shell {
            app,
            wasm,
            boot,
            reload,
            ..
        } = self.shell;
        let to = |name: &str| {
            let path = base.file(&format!("assets/{name}"));
            // A module specifier without a leading dot would be a bare name.
            if path.starts_with('.') {
                path
            } else {
                format!("./{path}")
            }
        };
        let app_url = to(&app.name);
        let _ = write!(
            out,
            concat!(
                r#"<script type="importmap">{{"imports":{{"app":"{app_url}"}},"#,
                r#""integrity":{{"{app_url}":"{app_integrity}"}}}}</script>"#,
                r#"<meta name="app" content="{wasm}" data-integrity="{wasm_integrity}">"#,
                r#"<script type="module" src="{boot}" integrity="{boot_integrity}"></script>"#,
            ),
            app_url = app_url,
            app_integrity = app.digest.integrity(),
            wasm = wasm.name,
            wasm_integrity = wasm.digest.integrity(),
            boot = to(&boot.name),
            boot_integrity = boot.digest.integrity(),
        );
        if !reload.is_empty() {
            let _ = write!(out, "<script>{reload}</script>");
        }
    }
}

/// Escapes text for HTML, in content and in double-quoted attributes (WHATWG HTML,
/// section 13.3).
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            letter => out.push(letter),
        }
    }
    out
}

//! The HTML document of a page.

use std::fmt::Write as _;

use lscb::route::RelativeRoot;
use lscb_content::Language;
use lscb_wire::{InlineDigests, Menu, Page, Shell};

use crate::app_assets::AppAssets;
use crate::digest::Digest;
use crate::embed::oembed_file;
use crate::policy::csp;

/// Writes documents of one release.
pub(crate) struct Documents<'a> {
    /// The parts that all pages share, such as the header and the footer.
    pub(crate) shell: &'a Shell,
    /// The app and the style.
    pub(crate) assets: &'a AppAssets,
    /// Whether pages can be shown in a frame, and say how (oEmbed 1.0, section 4 "Discovery").
    pub(crate) is_embeddable: bool,
    /// The id of the release; empty while it is computed.
    pub(crate) release: &'a str,
}

/// The script at the beginning of every page except those in frames. Some hosts serve a page at the
/// path of its folder without the final slash, where its relative links would be wrong: the script
/// adds the slash before the first of them is parsed. It is inline, since its own relative address
/// would be wrong too, and does not navigate, since such a host would redirect back.
const SLASH: &str = "/(\\/|\\.html|\\/index)$/.test(location.pathname)||\
    history.replaceState(history.state,\"\",location.pathname+\"/\"+location.search+location.hash)";

/// The script at the end of every page that has the app: unless the reader saves data or has a slow
/// line, the app is on its way once the text is drawn. `boot/app.js` starts it later, from the
/// response that the element holds; browsers that know no modules could not. It is no module, which
/// WebKit would run after those before it, and no `<link rel=preload>`, which Chromium takes without
/// its integrity and WebKit not at all for a request that has one.
const FETCH: &str = "((app,line)=>{\
    if(\"noModule\"in document.currentScript&&window.WebAssembly&&\
    !(line&&(line.saveData||/2g|3g/.test(line.effectiveType))))\
    app.response=new Promise(done=>requestAnimationFrame(()=>setTimeout(()=>\
    done(fetch(app.content,{integrity:app.dataset.integrity,priority:\"low\"})))))\
    })(document.querySelector(\"meta[name=app]\"),navigator.connection)";

/// The script of the page for addresses that have none, without its comments.
fn not_found_script() -> String {
    let lines = include_str!("document/not_found.js").lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

impl Documents<'_> {
    /// The document of a page.
    pub(crate) fn page(&self, page: &Page, menu: Option<&Menu>) -> String {
        self.document(page, "", &lscb::render::body(self.shell, page, menu))
    }

    /// The path and the document of the page of all components.
    pub(crate) fn components(&self) -> (String, String) {
        let page = lscb::gallery::page();
        let body = lscb::render::components(self.shell, &page);
        let document = self.document(&page, lscb::gallery::STYLE, &body);
        (page.path, document)
    }

    /// The document of a page with this `body`, and a `style` of its own if that is not empty.
    fn document(&self, page: &Page, style: &str, body: &str) -> String {
        let root = RelativeRoot::of(&page.path);
        let title = lscb::page::document_title(&page.title, &self.shell.title);
        let mut inline = self.inline(&page.path);
        if !style.is_empty() {
            inline.styles.insert(digest(style));
        }
        let first = format!("{}<script>{SLASH}</script>", self.policy(&inline));
        let mut out = self.head(&first, &title, &page.summary, &root.file("icon.svg"));
        if !style.is_empty() {
            let _ = write!(out, "<style>{style}</style>");
        }
        if self.is_embeddable {
            let oembed = root.file(&oembed_file(page.path.trim_matches('/')));
            let kind = r#"rel="alternate" type="application/json+oembed""#;
            let _ = write!(out, r#"<link {kind} href="{}">"#, escape(&oembed));
        }
        let wasm = &self.assets.wasm;
        let _ = write!(
            out,
            concat!(
                r#"<meta name="app" content="{}" data-integrity="{}">"#,
                r#"</head><body data-route="{}" data-release="{}">"#
            ),
            asset(&root, &wasm.name),
            wasm.digest.integrity(),
            escape(&page.path),
            self.release
        );
        out.push_str(body);
        self.push_scripts(&mut out, &root);
        let _ = writeln!(out, "</body></html>");
        out
    }

    /// The document for an address that has no page. A host shows it at any depth, so it
    /// has no other file; its script looks for the site.
    pub(crate) fn not_found(&self) -> String {
        let policy = self.policy(&self.inline_of_not_found());
        let mut out = self.head(
            &policy,
            "Page not found",
            "This address has no page.",
            "data:,",
        );
        out.push_str("</head><body>");
        out.push_str(&lscb::render::not_found(self.shell));
        let _ = writeln!(out, "<script>{}</script></body></html>", not_found_script());
        out
    }

    /// The digests of the inline script and style of [`Documents::not_found`].
    pub(crate) fn inline_of_not_found(&self) -> InlineDigests {
        InlineDigests {
            scripts: [digest(&not_found_script())].into(),
            styles: [self.assets.style_digest.integrity()].into(),
        }
    }

    /// The digests of the inline scripts and styles of the page at `path`.
    pub(crate) fn inline(&self, path: &str) -> InlineDigests {
        InlineDigests {
            scripts: [
                digest(&self.import_map(&RelativeRoot::of(path))),
                digest(SLASH),
                digest(FETCH),
            ]
            .into(),
            styles: [self.assets.style_digest.integrity()].into(),
        }
    }

    /// A page's own security policy. Trunk's server adds a script to each page, which a policy
    /// would stop; its pages are never published.
    fn policy(&self, inline: &InlineDigests) -> String {
        if self.assets.reload.is_empty() {
            let policy = csp::of_page(inline);
            format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
        } else {
            String::new()
        }
    }

    /// `first` is put before every element that has an address.
    fn head(&self, first: &str, title: &str, description: &str, icon: &str) -> String {
        format!(
            concat!(
                r#"<!doctype html><html {language}><head><meta charset="utf-8">{first}"#,
                r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
                r#"<title>{title}</title><meta name="description" content="{description}">"#,
                r#"<meta name="color-scheme" content="light dark">"#,
                // Other sites get no `Referer`, however the reader leaves.
                r#"<meta name="referrer" content="same-origin">"#,
                r#"<link rel="icon" href="{icon}"><style>{style}</style>"#,
            ),
            language = language(&self.shell.language),
            title = escape(title),
            description = escape(description),
            icon = icon,
            first = first,
            style = self.assets.style,
        )
    }

    /// The scripts, behind all that is to be read, which is drawn that much earlier. The import map
    /// gives them their names and their integrity; the boot script reads the rest from the `meta`
    /// element and starts when the page is idle.
    fn push_scripts(&self, out: &mut String, root: &RelativeRoot) {
        let AppAssets { boot, reload, .. } = self.assets;
        let _ = write!(
            out,
            concat!(
                r#"<script type="importmap">{import_map}</script>"#,
                r#"<script type="module" src="{boot}" integrity="{boot_integrity}"></script>"#,
                r#"<script>{fetch}</script>"#,
            ),
            import_map = self.import_map(root),
            boot = asset(root, &boot.name),
            boot_integrity = boot.digest.integrity(),
            fetch = FETCH,
        );
        if !reload.is_empty() {
            let _ = write!(out, "<script>{reload}</script>");
        }
    }

    /// The import map: the modules that scripts import by name.
    fn import_map(&self, root: &RelativeRoot) -> String {
        let AppAssets {
            app,
            offline,
            builder,
            overlay,
            ..
        } = self.assets;
        let modules = [
            ("app", app),
            ("offline", offline),
            ("embed-builder", builder),
            ("overlay", overlay),
        ];
        let (mut imports, mut integrity) = (Vec::new(), Vec::new());
        for (name, script) in modules {
            let address = asset(root, &script.name);
            integrity.push(format!(r#""{address}":"{}""#, script.digest.integrity()));
            imports.push(format!(r#""{name}":"{address}""#));
        }
        let (imports, integrity) = (imports.join(","), integrity.join(","));
        format!(r#"{{"imports":{{{imports}}},"integrity":{{{integrity}}}}}"#)
    }
}

/// The address of an asset as a module specifier.
pub(crate) fn asset(root: &RelativeRoot, name: &str) -> String {
    let path = root.file(&format!("assets/{name}"));
    // Without a leading dot it would be a bare name.
    if path.starts_with('.') {
        path
    } else {
        format!("./{path}")
    }
}

/// The digest of an inline script or style, as a Content Security Policy names it.
fn digest(text: &str) -> String {
    Digest::of(text.as_bytes()).integrity()
}

/// The language of a document and, where lines do not begin on the left, its direction (WHATWG
/// HTML, 3.2.6.4).
pub(crate) fn language(tag: &str) -> String {
    let rtl = tag.parse().is_ok_and(|it: Language| it.is_rtl());
    let direction = if rtl { r#" dir="rtl""# } else { "" };
    format!(r#"lang="{}"{direction}"#, escape(tag))
}

/// Escapes text for HTML and XML, in content and in double-quoted attributes (WHATWG HTML,
/// section 13.3; XML 1.0, section 2.4).
pub(crate) fn escape(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}
